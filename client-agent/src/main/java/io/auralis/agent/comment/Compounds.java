package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Takes compound words apart: what begins with a noun and ends as the data file says. */
final class Compounds {
    private final Function<String, Optional<Term.Noun>> nouns;
    private final List<End> ends = new ArrayList<>();

    Compounds(LexiconFile.Compound file, Function<String, Optional<Term.Noun>> nouns) {
        this.nouns = nouns;
        file.noun().forEach(end -> add(end, noun -> noun));
        file.plenty().forEach(end -> add(end, noun -> complaint(noun, true)));
        file.lack().forEach(end -> add(end, noun -> complaint(noun, false)));
    }

    Optional<Term> of(String word) {
        return ends.stream()
                .filter(end -> word.endsWith(end.text()))
                .flatMap(end -> begin(word, end).map(end.made()).stream())
                .findFirst();
    }

    /** The noun before the end, with or without the letter that joins them: "Gesangsanteil". */
    private Optional<Term.Noun> begin(String word, End end) {
        String begin = word.substring(0, word.length() - end.text().length());
        Optional<Term.Noun> noun = nouns.apply(begin);
        return noun.isPresent() || !begin.endsWith("s") ? noun : nouns.apply(begin.substring(0, begin.length() - 1));
    }

    private void add(String pattern, Function<Term.Noun, Term> made) {
        WordPattern.expand(pattern).forEach(end -> ends.add(new End(end, made)));
    }

    private static Term complaint(Term.Noun noun, boolean plenty) {
        return new Term.Quality(noun.topic(), plenty, Term.Kind.DEFECT, false, false, false);
    }

    private record End(String text, Function<Term.Noun, Term> made) {}
}
