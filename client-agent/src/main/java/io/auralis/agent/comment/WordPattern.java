package io.auralis.agent.comment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How a data file writes the forms of a word: "apagad(o|a|os|as)" are four, "grave(s)" and "(so |)loud" are two. */
final class WordPattern {
    private WordPattern() {}

    /** @throws IllegalArgumentException if a bracket is not closed */
    static List<String> expand(String pattern) {
        if (pattern.indexOf('(') < 0) {
            return List.of(pattern);
        }
        return forms(pattern).map(form -> form.strip().replaceAll(" {2,}", " ")).toList();
    }

    private static Stream<String> forms(String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            return Stream.of(pattern);
        }
        int close = pattern.indexOf(')', open);
        if (close < 0) {
            throw new IllegalArgumentException("a bracket of the word \"" + pattern + "\" is not closed");
        }
        String inner = pattern.substring(open + 1, close);
        String[] choices = inner.contains("|") ? inner.split("\\|", -1) : new String[] {"", inner};
        List<String> rest = forms(pattern.substring(close + 1)).toList();
        String before = pattern.substring(0, open);
        return Arrays.stream(choices).flatMap(choice -> rest.stream().map(after -> before + choice + after));
    }
}
