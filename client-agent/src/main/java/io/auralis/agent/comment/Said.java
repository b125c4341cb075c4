package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The asks of a clause so far, as long as what follows may still change how far they go, or whether they are meant. */
final class Said {
    private final List<Ask> asks = new ArrayList<>();
    private final List<Item> lastItems = new ArrayList<>();
    private @Nullable Modifiers lastModifiers;
    private int lastFrom;

    /** @param modifiers the cues of it; nouns that share them are one group */
    void add(Ask ask, Item item, Modifiers modifiers) {
        if (modifiers != lastModifiers) {
            lastFrom = asks.size();
            lastItems.clear();
            lastModifiers = modifiers;
        }
        item.use();
        modifiers.use();
        lastItems.add(item);
        asks.add(ask);
    }

    boolean isEmpty() {
        return asks.isEmpty();
    }

    /** Whether the last that was said is praise in so many words. */
    boolean endsWithPraise() {
        return lastModifiers != null
                && lastModifiers.has(Term.Cue.PRAISE)
                && !isEmpty()
                && asks.get(lastFrom).direction() == Direction.FINE;
    }

    /** "turn the bass up a bit": how far the last goes is said after it. */
    void degreeOfLast(Intensity intensity) {
        for (int at = lastFrom; at < asks.size(); at++) {
            Ask ask = asks.get(at);
            if (ask.direction() != Direction.FINE && ask.intensity() == Intensity.PLAIN) {
                asks.set(at, new Ask(ask.aspect(), ask.direction(), intensity, ask.topic()));
            }
        }
    }

    /** Takes the last back: it was not meant so. */
    void takeBackLast() {
        asks.subList(lastFrom, asks.size()).clear();
        lastItems.forEach(Item::release);
        if (lastModifiers != null) {
            lastModifiers.release();
        }
    }

    void addTo(Asks all) {
        asks.forEach(all::add);
    }
}
