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
 *
 * <p>It is long because it is one machine with one state: taken apart, every part would need all of its fields.
 */
final class ClauseReader {
    private final Clause clause;
    private final Asks asks;
    private final Said said = new Said();

    private Modifiers modifiers = new Modifiers();
    private boolean inherited;
    private final List<Item> waiting = new ArrayList<>();
    private @Nullable Modifiers last;
    private @Nullable Item lastNoun;
    private @Nullable Unsettled unsettled;
    private boolean elsewhere;

    ClauseReader(List<Item> items, Asks asks) {
        this.clause = new Clause(items);
        this.asks = asks;
    }

    /**
     * @param before the noun that the clause before it spoke of: "great bass but too much"
     * @param carried cues of the part before a comma, for a part that only lists nouns: "more bass, treble"
     * @param open what the clause before it spoke of without saying whether that is good: "brighter than before, nice"
     */
    void read(@Nullable Item before, @Nullable Modifiers carried, @Nullable Unsettled open) {
        boolean settles = open != null && (open.compared() ? clause.onlyPraises() : clause.onlyPraisesIt());
        if (open != null && settles) {
            clause.items().forEach(Item::use);
            asks.add(Ask.about(open.topic(), Direction.FINE, Intensity.PLAIN));
            return;
        }
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
            } else if (item.term == Term.Other.SUBJECT) {
                // "great song, ...": what was said before it was said of it.
                forget();
            } else if (item.term == Term.Other.ELSEWHERE) {
                forget();
                elsewhere = true;
            }
        }
        end(before);
        said.addTo(asks);
    }

    /** The noun that a following clause may speak of without naming it. */
    Optional<Item> lastNoun() {
        return Optional.ofNullable(waiting.isEmpty() ? lastNoun : waiting.get(waiting.size() - 1));
    }

    /** What was spoken of without a word on whether that is good. */
    Optional<Unsettled> unsettled() {
        return Optional.ofNullable(unsettled);
    }

    /** The cues that a list of nouns after a comma continues. */
    Optional<Modifiers> lastModifiers() {
        return Optional.ofNullable(last);
    }

    private void cue(int at, Item item, Cue cue) {
        if (item.used()) {
            return;
        }
        switch (cue) {
            case FILLER, IRONY -> {}
            case THAN_BEFORE, WAS_BEFORE -> item.use();
            case AND -> {
                if (last != null && modifiers.isEmpty()) {
                    modifiers = last.copy();
                    inherited = true;
                }
            }
            case NOR -> {
                if (last != null && last.negate()) {
                    modifiers.add(item, Cue.NOT);
                }
            }
            case PRAISE_IT -> cue(at, item, Cue.PRAISE);
            case TOO_AROUND -> {
                dropInherited();
                modifiers.add(item, Cue.TOO);
                modifiers.add(item, Cue.TOO_AROUND);
            }
            case ENOUGH -> enough(item);
            default -> {
                dropInherited();
                modifiers.add(item, cue);
                // "The bass lacks punch" speaks of the punch.
                boolean speaksBack = (Clause.SAID_AFTER.contains(cue) && !clause.amountOfNounFollows(at))
                        || clause.isSaidOfNounBefore(at)
                        || ((cue == Cue.RAISE || cue == Cue.LOWER) && !clause.nounFollows(at));
                if (speaksBack && !waiting.isEmpty()) {
                    clause.notAtEnd(at).ifPresent(not -> {
                        not.use();
                        modifiers.add(not, Cue.NOT);
                    });
                    speakOfWaiting();
                }
            }
        }
    }

    /** "Enough" after a noun or quality was seen by it; here it stands before one, or after a noun that waits. */
    private void enough(Item item) {
        modifiers.addEnough(item);
        if (!waiting.isEmpty()) {
            speakOfWaiting();
        }
    }

    /** How much there is of it, where that is said after it: "bright enough", "brilhante demais". */
    private void degreeAfter(int at) {
        Item next = clause.after(at);
        if (next != null && next.is(Cue.ENOUGH)) {
            next.use();
            modifiers.addEnough(next);
        } else if (next != null && next.is(Cue.TOO_AFTER)) {
            next.use();
            modifiers.add(next, Cue.TOO_AFTER);
        }
    }

    private void noun(int at, Item item, Term.Noun noun) {
        Item previous = clause.before(at);
        elsewhere = false;
        if (noun.sense() != Term.Sense.PLAIN && previous != null && previous.term instanceof Term.Noun) {
            // "bass warmth", "treble harshness": the first noun says where.
            item.use();
            if (noun.sense() == Term.Sense.DEFECT && waiting.remove(previous)) {
                defectOf(previous);
            }
            return;
        }
        if (noun.sense() == Term.Sense.PLAIN && clause.isPlaceOfDefect(at)) {
            // "harshness in the treble": the second noun says where.
            item.use();
            return;
        }
        degreeAfter(at);
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
            dropInherited();
        }
        // "do not turn the bass down": what is not to be stands after it.
        boolean waitsForMore = modifiers.areOnly(Cue.NOT) && noun.sense() != Term.Sense.DEFECT;
        // "demasiados graves"
        boolean isTooMuch = modifiers.has(Cue.TOO);
        if ((modifiers.sayWhatToDo() || isTooMuch) && !waitsForMore) {
            speakOf(item);
        } else {
            waiting.add(item);
        }
    }

    private void defectOf(Item noun) {
        emit(((Term.Noun) noun.term).topic(), Direction.LESS, noun);
        lastNoun = noun;
    }

    private void quality(int at, Item item, Term.Quality quality) {
        Item next = clause.after(at);
        if (quality.topic() == null && next != null && next.term instanceof Term.Quality) {
            // "zu stark komprimiert": says how far the next one goes.
            modifiers.add(item, Cue.STRONG);
            return;
        }
        if (inherited && !modifiers.carryTo(quality)) {
            dropInherited();
        }
        degreeAfter(at);
        Item noun = nounOf(at, quality);
        @Nullable Item spokenOf = quality.ofNoun() ? noun : null;
        boolean beside = quality.everyday() && clause.isBesideOther(at);
        if (noun == null && (beside || elsewhere)) {
            // "cold beer", "the neighbours are too loud"
            forget();
            return;
        }
        if (spokenOf != null && modifiers.isEmpty() && clause.praiseFollows(at)) {
            // "warm beautiful vocals": one praise, of the vocals.
            item.use();
            return;
        }
        Topic topic = spokenOf != null ? ((Term.Noun) spokenOf.term).topic() : quality.topic();
        Optional<Direction> direction = topic == null ? Optional.empty() : meaning(at, quality, noun);
        if (direction.isPresent() && topic != null) {
            List<Item> nouns = spokenOf != null ? joined(spokenOf) : List.of();
            if (noun != null) {
                noun.use();
            }
            waiting.clear();
            Modifiers spoken = modifiers;
            nouns.forEach(other -> emit(((Term.Noun) other.term).topic(), direction.get(), other, spoken));
            emit(topic, direction.get(), item, spoken);
            lastNoun = noun != null ? noun : item;
        } else {
            unsettled(topic);
            forget();
        }
    }

    private Optional<Direction> meaning(int at, Term.Quality quality, @Nullable Item noun) {
        boolean praised = quality.kind() == Term.Kind.TRAIT && modifiers.isEmpty() && noun == null;
        return praised && clause.endsWithAndPraise(at)
                // "warm and pleasant"
                ? Optional.of(Direction.FINE)
                : QualityMeaning.of(quality, modifiers, clause.comparesWithOriginal());
    }

    /** "Brighter than the original": whether that is good, the next clause may say. */
    private void unsettled(@Nullable Topic topic) {
        boolean compared = clause.comparesWithOriginal() == Comparison.WITH_ORIGINAL;
        if (topic != null && !modifiers.negate() && !modifiers.has(Cue.BLAME)) {
            unsettled = new Unsettled(topic, compared);
        }
    }

    /** The nouns that "and" joins to one that waits: "bass and treble are too loud". */
    private List<Item> joined(Item noun) {
        List<Item> joined = new ArrayList<>();
        int at = waiting.indexOf(noun);
        while (at > 0 && clause.isJoined(waiting.get(at))) {
            at--;
            joined.add(0, waiting.get(at));
        }
        return joined;
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
        boolean seeksNoun = quality.ofNoun() && (quality.comparative() || quality.topic() == null);
        return seeksNoun && lastNoun != null && lastNoun.term instanceof Term.Noun ? lastNoun : null;
    }

    private void end(@Nullable Item before) {
        if (!inherited && !said.isEmpty() && waiting.isEmpty()) {
            sayMoreOfLast();
        }
        if (unsettled != null && unsettled.compared() && said.isEmpty() && modifiers.areOnly(Cue.PRAISE, Cue.STRONG)) {
            // "warmer than before and I love it"
            modifiers.use();
            asks.add(Ask.about(unsettled.topic(), Direction.FINE, Intensity.PLAIN));
            unsettled = null;
            return;
        }
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
        if (said.isEmpty() && waiting.size() == 1 && waiting.get(0).term instanceof Term.Noun noun) {
            unsettled(noun.topic());
        }
        for (Item item : waiting) {
            if (item.term instanceof Term.Noun noun && noun.sense() == Term.Sense.DEFECT) {
                emit(noun.topic(), Direction.LESS, item);
            }
        }
    }

    /** What stands after all that was said, with nothing else to belong to. */
    private void sayMoreOfLast() {
        boolean tooAtEnd =
                modifiers.has(Cue.TOO_AROUND) && modifiers.areOnly(Cue.SOFT, Cue.STRONG, Cue.TOO, Cue.TOO_AROUND);
        if (modifiers.areOnly(Cue.SOFT, Cue.STRONG) || tooAtEnd) {
            modifiers.use();
            said.degreeOfLast(modifiers.intensity());
        } else if (modifiers.areOnly(Cue.WANT)) {
            // "more bass would be nice"
            modifiers.use();
        } else if (said.endsWithPraise()
                && (modifiers.sayTooLittle() || modifiers.sayTooMuch() || modifiers.has(Cue.BLAME))) {
            // "love how the bass is gone"
            said.takeBackLast();
            forget();
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
        Optional<Direction> direction = NounMeaning.of(noun, modifiers, clause.comparesWithOriginal());
        if (direction.isPresent()) {
            emit(noun.topic(), direction.get(), item);
        } else {
            unsettled(noun.topic());
            forget();
        }
        lastNoun = item;
    }

    private void emit(Topic topic, Direction direction, Item item) {
        emit(topic, direction, item, modifiers);
    }

    private void emit(Topic topic, Direction direction, Item item, Modifiers spoken) {
        said.add(Ask.about(topic, direction, spoken.intensity()), item, spoken);
        last = spoken;
        modifiers = new Modifiers();
        inherited = false;
    }

    private void forget() {
        last = null;
        modifiers = new Modifiers();
        inherited = false;
    }

    private void dropInherited() {
        if (inherited) {
            modifiers = new Modifiers();
            inherited = false;
        }
    }

    private @Nullable Item subject() {
        if (!waiting.isEmpty()) {
            return waiting.get(waiting.size() - 1);
        }
        return lastNoun != null && lastNoun.term instanceof Term.Noun ? lastNoun : null;
    }
}
