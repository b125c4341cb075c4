package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of one clause in their order, and what stands before and after one of them. */
final class Clause {
    /** More words than anybody means one thing by; the bound keeps the work of reading linear in the comment's length. */
    static final int LONGEST = 60;

    /** What is said of a noun that stands before it: "the bass is too much". */
    static final Set<Term> SAID_AFTER = Set.of(
            Cue.TOO_MUCH,
            Cue.A_BIT_TOO_MUCH,
            Cue.TOO_AFTER,
            Cue.NOT_ENOUGH,
            Cue.TOO_LITTLE,
            Cue.PRAISE,
            Cue.PRAISE_IT,
            Cue.BLAME);

    /** What stands before or after its noun: "more bass", "bass: more". */
    private static final Set<Term> SAID_ON_EITHER_SIDE = Set.of(Cue.MORE, Cue.LESS, Cue.RAISE, Cue.LOWER);

    private final List<Item> items;
    private final Comparison comparison;
    private final boolean saysAfterNouns;

    Clause(List<Item> items) {
        this.items = List.copyOf(items);
        this.comparison = comparison();
        this.saysAfterNouns = saysAfterNouns();
    }

    List<Item> items() {
        return items;
    }

    /** Whether it speaks of a change that was made, not of one to be made. */
    Comparison comparesWithOriginal() {
        return comparison;
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

    /** Whether it says nothing but that something is good. */
    boolean onlyPraises() {
        return items.stream().anyMatch(Clause::praises)
                && items.stream().allMatch(item -> praises(item) || item.is(Cue.FILLER) || item.is(Cue.STRONG));
    }

    /** Whether it says nothing but that what was spoken of last is good. */
    boolean onlyPraisesIt() {
        return onlyPraises() && items.stream().anyMatch(item -> item.is(Cue.PRAISE_IT));
    }

    private static boolean praises(Item item) {
        return item.is(Cue.PRAISE) || item.is(Cue.PRAISE_IT);
    }

    /** Whether it ends with "and" and praise after a word: "warm and pleasant". */
    boolean endsWithAndPraise(int at) {
        return at + 3 == items.size()
                && items.get(at + 1).is(Cue.AND)
                && items.get(at + 2).is(Cue.PRAISE);
    }

    /** Whether a noun says where the defect before it is: "harshness in the treble", not "harshness and treble". */
    boolean isPlaceOfDefect(int at) {
        int from = at - 1;
        while (from >= 0 && items.get(from).is(Cue.FILLER)) {
            from--;
        }
        return from >= 0
                && from < at - 1
                && items.get(from).term instanceof Term.Noun noun
                && noun.sense() == Term.Sense.DEFECT;
    }

    boolean praiseFollows(int at) {
        Item next = after(at);
        return next != null && next.is(Cue.PRAISE);
    }

    /** Whether the next word that says anything is a noun. */
    boolean nounFollows(int at) {
        return firstSaying(at + 1)
                .filter(item -> item.term instanceof Term.Noun)
                .isPresent();
    }

    /** Whether a cue of amount is of the noun right after it: "lacks punch", "has too much punch". */
    boolean amountOfNounFollows(int at) {
        Item item = items.get(at);
        boolean ofAmount = item.is(Cue.NOT_ENOUGH) || item.is(Cue.TOO_LITTLE) || item.is(Cue.TOO_MUCH);
        return ofAmount && nounFollows(at);
    }

    /** Whether a cue is said of the noun before it: "bass up, treble down", "bass more treble less". */
    boolean isSaidOfNounBefore(int at) {
        Item before = before(at);
        boolean besideNoun = before != null && before.term instanceof Term.Noun;
        return SAID_ON_EITHER_SIDE.contains(items.get(at).term) && besideNoun && saysAfterNouns;
    }

    /** The "not" at the end that turns what was just said: "der Bass fehlt nicht". */
    Optional<Item> notAtEnd(int at) {
        Optional<Item> not = firstSaying(at + 1).filter(item -> item.is(Cue.NOT));
        boolean atEnd = not.isPresent()
                && items.subList(items.indexOf(not.get()) + 1, items.size()).stream()
                        .allMatch(item -> item.is(Cue.FILLER)
                                || item.is(Cue.STRONG)
                                || item.is(Cue.SOFT)
                                || item.is(Cue.TOO)
                                || item.term == Term.Other.UNKNOWN);
        return atEnd ? not : Optional.empty();
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

    /** Whether a word stands beside one that no sound is spoken of by. */
    boolean isBesideOther(int at) {
        Item before = before(at);
        Item after = after(at);
        return (before != null && before.term instanceof Term.Other)
                || (after != null && after.term instanceof Term.Other);
    }

    /** Whether "and" joins a noun to the one before it. */
    boolean isJoined(Item noun) {
        for (int at = items.indexOf(noun) - 1; at >= 0; at--) {
            if (items.get(at).is(Cue.AND)) {
                return true;
            }
            if (!items.get(at).is(Cue.FILLER)) {
                return false;
            }
        }
        return false;
    }

    private Comparison comparison() {
        if (items.stream().anyMatch(item -> item.is(Cue.WANT))) {
            return Comparison.NONE;
        }
        if (items.stream().anyMatch(item -> item.is(Cue.WAS_BEFORE))) {
            return Comparison.OF_ORIGINAL;
        }
        return items.stream().anyMatch(item -> item.is(Cue.THAN_BEFORE)) ? Comparison.WITH_ORIGINAL : Comparison.NONE;
    }

    private boolean saysAfterNouns() {
        Optional<Item> first = firstSaying(0);
        Optional<Item> last = items.stream().filter(Clause::says).reduce((one, next) -> next);
        return first.filter(item -> item.term instanceof Term.Noun).isPresent()
                && last.filter(item -> SAID_ON_EITHER_SIDE.contains(item.term)).isPresent();
    }

    private Optional<Item> firstSaying(int from) {
        return items.subList(from, items.size()).stream().filter(Clause::says).findFirst();
    }

    private static boolean says(Item item) {
        return !item.is(Cue.FILLER);
    }
}
