package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one clause from left to right.
 *
 * <p>Cues gather until a noun or a quality comes that they belong to. A noun without a cue before it waits: "bass" in "the
 * bass is too much". What stays open at the end is not understood, and not guessed.
 */
final class ClauseReader {
    private final Clause clause;
    private final Asks asks;

    private Modifiers modifiers = new Modifiers();
    private boolean inherited;
    private final List<Item> waiting = new ArrayList<>();
    private @Nullable Modifiers last;
    private @Nullable Item lastNoun;

    ClauseReader(List<Item> items, Asks asks) {
        this.clause = new Clause(items);
        this.asks = asks;
    }

    /**
     * @param before the noun that the clause before it spoke of: "great bass but too much"
     * @param carried cues of the part before a comma, for a part that only lists nouns: "more bass, treble"
     */
    void read(@Nullable Item before, @Nullable Modifiers carried) {
        if (carried != null && clause.onlyNouns()) {
            modifiers = carried.copy();
            inherited = true;
        }
        List<Item> items = clause.items();
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
                boolean speaksBack = Clause.SAID_AFTER.contains(cue)
                        || ((cue == Cue.RAISE || cue == Cue.LOWER) && !clause.nounFollows(at));
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
        addEnough(item);
        if (!waiting.isEmpty()) {
            speakOfWaiting();
        }
    }

    private void enoughAfter(int at) {
        Item next = clause.after(at);
        if (next != null && next.is(Cue.ENOUGH)) {
            next.use();
            addEnough(next);
        }
    }

    private void addEnough(Item item) {
        modifiers.add(item, modifiers.has(Cue.NOT) ? Cue.NOT_ENOUGH : Cue.ENOUGH);
    }

    private void noun(int at, Item item, Term.Noun noun) {
        Item previous = clause.before(at);
        if (noun.sense() != Term.Sense.PLAIN && previous != null && previous.term instanceof Term.Noun) {
            // "bass warmth", "treble harshness": the first noun says where.
            item.use();
            if (noun.sense() == Term.Sense.DEFECT && waiting.remove(previous)) {
                defectOf(previous);
            }
            return;
        }
        enoughAfter(at);
        if (noun.sense() == Term.Sense.ATTRIBUTE && modifiers.askForAnotherAmount() && subject() != null) {
            // "the bass could use more body" asks for more bass, not for more of all low mids.
            Item subject = subject();
            item.use();
            waiting.clear();
            speakOf(subject);
            return;
        }
        if (inherited && clause.saysMoreOfNoun(at)) {
            // "warmer bass and the highs are too harsh": what was carried over "and" ends here.
            modifiers = new Modifiers();
            inherited = false;
        }
        if (modifiers.sayWhatToDo()) {
            speakOf(item);
        } else {
            waiting.add(item);
        }
    }

    private void defectOf(Item noun) {
        emit(((Term.Noun) noun.term).aspect(), Direction.LESS, modifiers.intensity(), noun);
    }

    private void quality(int at, Item item, Term.Quality quality) {
        enoughAfter(at);
        Item noun = nounOf(at, quality);
        Aspect aspect = quality.ofNoun() && noun != null ? ((Term.Noun) noun.term).aspect() : quality.aspect();
        boolean praisesNoun = noun != null && quality.ofNoun() && modifiers.isEmpty() && clause.praiseFollows(at);
        if (praisesNoun) {
            // "warm beautiful vocals": one praise, of the vocals.
            item.use();
            return;
        }
        Optional<Direction> direction = aspect == null
                ? Optional.empty()
                : QualityMeaning.of(quality, modifiers, clause.comparesWithOriginal(), clause.wants());
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
        Item following = clause.nounAfter(at);
        if (following != null) {
            return following;
        }
        boolean seeksNoun = quality.ofNoun() && (quality.comparative() || quality.aspect() == null);
        return seeksNoun && lastNoun != null && lastNoun.term instanceof Term.Noun ? lastNoun : null;
    }

    private void end(@Nullable Item before) {
        boolean speaks = modifiers.sayWhatToDo() && !inherited;
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
        Optional<Direction> direction = NounMeaning.of(noun, modifiers, clause.comparesWithOriginal(), clause.wants());
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

    private @Nullable Item subject() {
        if (!waiting.isEmpty()) {
            return waiting.get(waiting.size() - 1);
        }
        return lastNoun != null && lastNoun.term instanceof Term.Noun ? lastNoun : null;
    }
}
