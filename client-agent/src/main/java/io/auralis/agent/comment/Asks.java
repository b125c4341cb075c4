package io.auralis.agent.comment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects asks: one per aspect. A wish outweighs praise; a contradiction is no ask at all. */
final class Asks {
    private final Map<Aspect, Ask> asks = new LinkedHashMap<>();
    private final Set<Aspect> contradicted = new HashSet<>();

    void add(Ask ask) {
        asks.merge(ask.aspect(), ask, this::merge);
    }

    List<Ask> list() {
        return asks.values().stream()
                .filter(ask -> !contradicted.contains(ask.aspect()))
                .toList();
    }

    /** The aspects of which more and less was asked at once. */
    List<String> contradictions() {
        return contradicted.stream().map(Aspect::key).sorted().toList();
    }

    private Ask merge(Ask before, Ask after) {
        if (before.direction() == after.direction()) {
            return before.intensity().compareTo(after.intensity()) >= 0 ? before : after;
        }
        if (before.direction() == Direction.FINE) {
            return after;
        }
        if (after.direction() == Direction.FINE) {
            return before;
        }
        contradicted.add(before.aspect());
        return before;
    }
}
