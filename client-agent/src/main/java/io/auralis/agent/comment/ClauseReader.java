package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one clause from left to right.
 *
 * <p>Cues gather until a noun or a quality comes that they belong to. A noun without a cue before it waits: "bass" in "the
 * bass is too much". What stays open at the end is not understood, and not guessed.
 */
final class ClauseReader {
    private static final Set<Term> SAID_AFTER =
            Set.of(Cue.TOO_MUCH, Cue.A_BIT_TOO_MUCH, Cue.NOT_ENOUGH, Cue.PRAISE, Cue.BLAME);

    private final List<Item> items;
    private final Asks asks;
    private final boolean comparesWithOriginal;
    private final boolean wants;

    private Modifiers modifiers = new Modifiers();
    private boolean inherited;
    private final List<Item> waiting = new ArrayList<>();
    private @Nullable Modifiers last;
    private @Nullable Item lastNoun;

    ClauseReader(List<Item> items, Asks asks) {
        this.items = items;
        this.asks = asks;
        this.comparesWithOriginal = items.stream().anyMatch(item -> item.is(Cue.THAN_BEFORE));
        this.wants = items.stream().anyMatch(item -> item.is(Cue.WANT));
    }

    /**
     * @param before the noun that the clause before it spoke of: "great bass but too much"
     * @param carried cues of the part before a comma, for a part that only lists nouns: "more bass, treble"
     */
    void read(@Nullable Item before, @Nullable Modifiers carried) {
        if (carried != null && onlyNouns()) {
            modifiers = carried.copy();
            inherited = true;
        }
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            if (item.term instanceof Term.Noun noun) {
                noun(at, item, noun);
            } else if (item.term instanceof Term.Quality quality) {
                quality(at, item, quality);
            } else if (item.term instanceof Cue cue) {
                cue(at, item, cue);
            }
        }
        end(before);
    }

    /** The noun that a following clause may speak of without naming it. */
    Optional<Item> lastNoun() {
        return Optional.ofNullable(waiting.isEmpty() ? lastNoun : waiting.get(waiting.size() - 1));
    }

    /** The cues that a list of nouns after a comma continues. */
    Optional<Modifiers> lastModifiers() {
        return Optional.ofNullable(last);
    }

    private void cue(int at, Item item, Cue cue) {
        switch (cue) {
            case FILLER -> {}
            case THAN_BEFORE -> item.use();
            case AND -> {
                if (last != null && modifiers.isEmpty()) {
                    modifiers = last.copy();
                    inherited = true;
                }
            }
            case ENOUGH -> enough(item);
            default -> {
                if (inherited) {
                    modifiers = new Modifiers();
                    inherited = false;
                }
                modifiers.add(item, cue);
                boolean speaksBack = cue == Cue.TOO_MUCH
                        || cue == Cue.A_BIT_TOO_MUCH
                        || cue == Cue.NOT_ENOUGH
                        || cue == Cue.PRAISE
                        || cue == Cue.BLAME
                        || ((cue == Cue.RAISE || cue == Cue.LOWER) && !nounFollows(at));
                if (speaksBack && !waiting.isEmpty()) {
                    speakOfWaiting();
                }
            }
        }
    }

    /** "Enough" after a noun or quality was seen by it; here it stands before one, or after a noun that waits. */
    private void enough(Item item) {
        if (item.used()) {
            return;
        }
        modifiers.add(item, modifiers.has(Cue.NOT) ? Cue.NOT_ENOUGH : Cue.ENOUGH);
        if (!waiting.isEmpty()) {
            speakOfWaiting();
        }
    }

    private void noun(int at, Item item, Term.Noun noun) {
        Item previous = at > 0 ? items.get(at - 1) : null;
        if (noun.sense() != Term.Sense.PLAIN && previous != null && previous.term instanceof Term.Noun) {
            // "bass warmth", "treble harshness": the first noun says where.
            item.use();
            if (noun.sense() == Term.Sense.DEFECT && waiting.remove(previous)) {
                defectOf(previous);
            }
            return;
        }
        if (enoughFollows(at)) {
            modifiers.add(items.get(at + 1), modifiers.has(Cue.NOT) ? Cue.NOT_ENOUGH : Cue.ENOUGH);
        }
        if (noun.sense() == Term.Sense.ATTRIBUTE && wantsSomething() && subject() != null) {
            // "the bass could use more body" asks for more bass, not for more of all low mids.
            Item subject = subject();
            item.use();
            waiting.clear();
            speakOf(subject);
            return;
        }
        if (inherited && hasItsOwnWord(at)) {
            // "warmer bass and the highs are too harsh": what was carried over "and" ends here.
            modifiers = new Modifiers();
            inherited = false;
        }
        if (hasVerb()) {
            speakOf(item);
        } else {
            waiting.add(item);
        }
    }

    /** Whether something is said of a noun after it, before another noun or an "and". */
    private boolean hasItsOwnWord(int at) {
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

    private void defectOf(Item noun) {
        emit(((Term.Noun) noun.term).aspect(), Direction.LESS, modifiers.intensity(), noun);
    }

    private void quality(int at, Item item, Term.Quality quality) {
        if (enoughFollows(at)) {
            modifiers.add(items.get(at + 1), modifiers.has(Cue.NOT) ? Cue.NOT_ENOUGH : Cue.ENOUGH);
        }
        Item noun = nounOf(at, quality);
        Aspect aspect = quality.ofNoun() && noun != null ? ((Term.Noun) noun.term).aspect() : quality.aspect();
        boolean praisesNoun = noun != null && quality.ofNoun() && modifiers.isEmpty() && praiseFollows(at);
        if (praisesNoun) {
            // "warm beautiful vocals": one praise, of the vocals.
            item.use();
            return;
        }
        Optional<Direction> direction =
                aspect == null ? Optional.empty() : QualityMeaning.of(quality, modifiers, comparesWithOriginal, wants);
        if (direction.isPresent() && aspect != null) {
            if (noun != null) {
                noun.use();
                waiting.remove(noun);
            }
            waiting.clear();
            emit(aspect, direction.get(), modifiers.intensity(), item);
            lastNoun = noun != null ? noun : item;
        } else {
            forget();
        }
    }

    /** The noun that a quality speaks of: one that waits, else one that follows directly, else the clause's last. */
    private @Nullable Item nounOf(int at, Term.Quality quality) {
        if (!waiting.isEmpty()) {
            return waiting.get(waiting.size() - 1);
        }
        for (int next = at + 1; next < items.size(); next++) {
            Item item = items.get(next);
            if (item.term instanceof Term.Noun) {
                return item;
            }
            if (!item.is(Cue.PRAISE)) {
                break;
            }
        }
        boolean seeksNoun = quality.ofNoun() && (quality.comparative() || quality.aspect() == null);
        return seeksNoun && lastNoun != null && lastNoun.term instanceof Term.Noun ? lastNoun : null;
    }

    private void end(@Nullable Item before) {
        boolean speaks = hasVerb() && !inherited;
        if (speaks && !waiting.isEmpty()) {
            speakOfWaiting();
        } else if (speaks
                && before != null
                && before.term instanceof Term.Noun
                && lastNoun == null
                && !modifiers.hasAny(Cue.PRAISE, Cue.BLAME, Cue.WANT)) {
            speakOf(before);
        }
        for (Item item : waiting) {
            if (item.term instanceof Term.Noun noun && noun.sense() == Term.Sense.DEFECT) {
                emit(noun.aspect(), noun.opposite() ? Direction.MORE : Direction.LESS, modifiers.intensity(), item);
            }
        }
    }

    private void speakOfWaiting() {
        List<Item> nouns = List.copyOf(waiting);
        waiting.clear();
        Modifiers spoken = modifiers;
        for (Item noun : nouns) {
            modifiers = spoken;
            speakOf(noun);
        }
    }

    private void speakOf(Item item) {
        Term.Noun noun = (Term.Noun) item.term;
        Optional<Direction> direction = NounMeaning.of(noun, modifiers, comparesWithOriginal, wants);
        if (direction.isPresent()) {
            emit(noun.aspect(), direction.get(), modifiers.intensity(), item);
        } else {
            forget();
        }
        lastNoun = item;
    }

    private void emit(Aspect aspect, Direction direction, Intensity intensity, Item item) {
        item.use();
        modifiers.use();
        asks.add(new Ask(aspect, direction, direction == Direction.FINE ? Intensity.PLAIN : intensity));
        last = modifiers;
        modifiers = new Modifiers();
        inherited = false;
    }

    private void forget() {
        last = null;
        modifiers = new Modifiers();
        inherited = false;
    }

    private boolean hasVerb() {
        return modifiers.hasAny(
                Cue.MORE,
                Cue.LESS,
                Cue.TOO_MUCH,
                Cue.A_BIT_TOO_MUCH,
                Cue.NOT_ENOUGH,
                Cue.ENOUGH,
                Cue.WANT,
                Cue.RAISE,
                Cue.LOWER,
                Cue.KEEP,
                Cue.PRAISE,
                Cue.BLAME,
                Cue.NOT);
    }

    private boolean wantsSomething() {
        return modifiers.hasAny(Cue.MORE, Cue.WANT, Cue.NOT_ENOUGH, Cue.RAISE, Cue.LESS);
    }

    private @Nullable Item subject() {
        if (!waiting.isEmpty()) {
            return waiting.get(waiting.size() - 1);
        }
        return lastNoun != null && lastNoun.term instanceof Term.Noun ? lastNoun : null;
    }

    private boolean enoughFollows(int at) {
        boolean follows = at + 1 < items.size() && items.get(at + 1).is(Cue.ENOUGH);
        if (follows) {
            items.get(at + 1).use();
        }
        return follows;
    }

    private boolean nounFollows(int at) {
        return items.subList(at + 1, items.size()).stream()
                .filter(item -> !item.is(Cue.FILLER))
                .findFirst()
                .filter(item -> item.term instanceof Term.Noun)
                .isPresent();
    }

    private boolean praiseFollows(int at) {
        return at + 1 < items.size() && items.get(at + 1).is(Cue.PRAISE);
    }

    private boolean onlyNouns() {
        return items.stream()
                .allMatch(item -> item.term instanceof Term.Noun || item.is(Cue.AND) || item.is(Cue.FILLER));
    }
}
