package io.auralis.agent.comment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a comment into parts at its punctuation, and each part into plain lower-case words. */
final class Sentence {
    private static final Pattern PARTS = Pattern.compile("[.,;!?\\n\\r()\\u2026\\u2013\\u2014]+| - |(?<=\\S)- ");
    private static final Pattern JOINED = Pattern.compile("[&+]");
    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Pattern WOULD = Pattern.compile("'d\\b");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Sentence() {}

    /** The words of each part; parts without a word are left out. */
    static List<List<String>> parts(String comment) {
        String plain = Normalizer.normalize(comment, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        List<List<String>> parts = new ArrayList<>();
        for (String part : PARTS.split(plain, -1)) {
            String spelled = JOINED.matcher(part).replaceAll(" and ");
            spelled = NOT.matcher(spelled).replaceAll(" not");
            spelled = WOULD.matcher(spelled).replaceAll(" would").replace("'", "");
            List<String> words = Arrays.stream(OTHER.split(spelled, -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                parts.add(words);
            }
        }
        return parts;
    }
}
