package io.auralis.agent.comment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Words without their accents, because keyboards and hurry leave them out. The letters of western Europe are looked up, not
 * decomposed: thousands are folded before the first comment is read.
 */
final class Folding {
    private static final String ACCENTED = "àáâãäåèéêëìíîïòóôõöùúûüýÿñç";
    private static final String PLAIN = "aaaaaaeeeeiiiiooooouuuuyync";

    private Folding() {}

    /** "más" is "mas", "höhen" is "hohen". */
    static String fold(String text) {
        return isPlain(text) ? text : folded(text, "");
    }

    /** As German is written where there are no umlauts: "höhen" is "hoehen". */
    static String spellOut(String text) {
        return isPlain(text) ? text : folded(text, "äöü");
    }

    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text, String spelledOut) {
        StringBuilder plain = new StringBuilder(text.length() + 2);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int accented = letter < 128 ? -1 : ACCENTED.indexOf(letter);
            if (letter < 128) {
                plain.append(letter);
            } else if (accented >= 0) {
                plain.append(PLAIN.charAt(accented)).append(spelledOut.indexOf(letter) >= 0 ? "e" : "");
            } else {
                plain.append(rare(letter));
            }
        }
        return plain.toString();
    }

    private static String rare(char letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            default -> Marks.without(String.valueOf(letter));
        };
    }

    /** Apart, so that the tables of all alphabets are loaded only where they are needed. */
    private static final class Marks {
        private static final Pattern MARKS = Pattern.compile("\\p{M}+");

        static String without(String letter) {
            return MARKS.matcher(Normalizer.normalize(letter, Normalizer.Form.NFD))
                    .replaceAll("");
        }
    }
}
