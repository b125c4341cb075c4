package io.auralis.agent.comment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Words without their accents, because keyboards and hurry leave them out. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /** "más" is "mas", "höhen" is "hohen". */
    static String fold(String text) {
        if (isPlain(text)) {
            return text;
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }

    /** As German is written where there are no umlauts: "höhen" is "hoehen". */
    static String spellOut(String text) {
        return isPlain(text)
                ? text
                : fold(text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
