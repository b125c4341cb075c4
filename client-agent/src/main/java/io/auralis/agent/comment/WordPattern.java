package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;

/** How a data file writes the forms of a word: "apagad(o|a|os|as)" are four, "grave(s)" and "(so |)loud" are two. */
final class WordPattern {
    private WordPattern() {}

    /** @throws IllegalArgumentException if a bracket is not closed */
    static List<String> expand(String pattern) {
        if (pattern.indexOf('(') < 0) {
            return List.of(pattern);
        }
        List<String> forms = new ArrayList<>();
        expand("", pattern, forms);
        return forms;
    }

    private static void expand(String before, String pattern, List<String> forms) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            forms.add((before + pattern).strip().replace("  ", " "));
            return;
        }
        int close = pattern.indexOf(')', open);
        if (close < 0) {
            throw new IllegalArgumentException("a bracket of the word \"" + pattern + "\" is not closed");
        }
        String start = before + pattern.substring(0, open);
        String choices = pattern.substring(open + 1, close);
        String rest = pattern.substring(close + 1);
        if (choices.indexOf('|') < 0) {
            expand(start, rest, forms);
        }
        for (int from = 0; from <= choices.length(); ) {
            int bar = choices.indexOf('|', from);
            int to = bar < 0 ? choices.length() : bar;
            expand(start + choices.substring(from, to), rest, forms);
            from = to + 1;
        }
    }
}
