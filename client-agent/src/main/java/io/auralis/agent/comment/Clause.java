package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of one clause in their order, and what stands before and after one of them. */
final class Clause {
    /** What is said of a noun that stands before it: "the bass is too much". */
    static final Set<Term> SAID_AFTER = Set.of(Cue.TOO_MUCH, Cue.A_BIT_TOO_MUCH, Cue.NOT_ENOUGH, Cue.PRAISE, Cue.BLAME);

    private final List<Item> items;
    private final boolean comparesWithOriginal;
    private final boolean wants;

    Clause(List<Item> items) {
        this.items = List.copyOf(items);
        this.comparesWithOriginal = items.stream().anyMatch(item -> item.is(Cue.THAN_BEFORE));
        this.wants = items.stream().anyMatch(item -> item.is(Cue.WANT));
    }

    List<Item> items() {
        return items;
    }

    /** Whether it speaks of a change that was made, not of one to be made. */
    boolean comparesWithOriginal() {
        return comparesWithOriginal;
    }

    boolean wants() {
        return wants;
    }

    boolean onlyNouns() {
        return items.stream()
                .allMatch(item -> item.term instanceof Term.Noun || item.is(Cue.AND) || item.is(Cue.FILLER));
    }

    @Nullable
    Item before(int at) {
        return at > 0 ? items.get(at - 1) : null;
    }

    @Nullable
    Item after(int at) {
        return at + 1 < items.size() ? items.get(at + 1) : null;
    }

    boolean praiseFollows(int at) {
        Item next = after(at);
        return next != null && next.is(Cue.PRAISE);
    }

    /** Whether the next word that says anything is a noun. */
    boolean nounFollows(int at) {
        return items.subList(at + 1, items.size()).stream()
                .filter(item -> !item.is(Cue.FILLER))
                .findFirst()
                .filter(item -> item.term instanceof Term.Noun)
                .isPresent();
    }

    /** The noun that follows directly, or after praise: "warm beautiful vocals". */
    @Nullable
    Item nounAfter(int at) {
        for (Item item : items.subList(at + 1, items.size())) {
            if (item.term instanceof Term.Noun) {
                return item;
            }
            if (!item.is(Cue.PRAISE)) {
                return null;
            }
        }
        return null;
    }

    /** Whether something is said of a noun after it, before another noun or an "and". */
    boolean saysMoreOfNoun(int at) {
        for (Item item : items.subList(at + 1, items.size())) {
            if (item.term instanceof Term.Noun || item.is(Cue.AND)) {
                return false;
            }
            if (item.term instanceof Term.Quality || SAID_AFTER.contains(item.term)) {
                return true;
            }
        }
        return false;
    }
}
