package io.auralis.agent.comment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a comment into parts at its punctuation, and each part into plain lower-case words. What is no text, such as tags and
 * a terminal's control sequences, is left out. Every pattern is bounded, so that the work grows with the length only.
 */
final class Sentence {
    private static final Pattern NO_TEXT = Pattern.compile(
            "\\x1B\\[[0-9;?]{0,20}[A-Za-z]|</?[A-Za-z][^<>]{0,200}>|&(?:[a-z]{2,6}|#[0-9]{1,6});|\\p{Cf}|\\p{Cs}|\\p{Co}");
    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Pattern CANNOT = Pattern.compile("\\bcan(?:no|')t\\b");
    private static final Pattern WOULD = Pattern.compile("'d\\b");
    /** "l'air", "qu'il"; not "it's", "I'll". */
    private static final Pattern ELISION =
            Pattern.compile("(?<![\\p{L}'])(\\p{L}{1,2})'(?!(?:ll|ve|re|m|s|t|d)\\b)(?=\\p{L})");

    private static final Pattern TOKENS =
            Pattern.compile("(?<sign>[+\\u2212-])? ?(?<db>\\d{1,3}(?:[.,]\\d{1,2})?) ?db\\b"
                    + "|(?<marks>\\d{1,3}) ?/ ?(?<of>\\d{1,3})(?!\\d)"
                    + "|(?<word>[\\p{L}\\p{M}\\p{N}]+)"
                    + "|(?<symbol>\\p{So})"
                    + "|(?<end>[.,;!?\\n\\r()\\u2026\\u2013\\u2014]| - |(?<=\\S)- )"
                    + "|(?<and>[&+])");

    private final List<List<Word>> parts = new ArrayList<>();
    private List<Word> part = new ArrayList<>();

    private Sentence() {}

    /** The words of each part; parts without a word are left out. */
    static List<List<Word>> parts(String comment) {
        Sentence sentence = new Sentence();
        Matcher token = TOKENS.matcher(plain(comment));
        while (token.find()) {
            sentence.take(token);
        }
        sentence.close();
        return sentence.parts;
    }

    private static String plain(String comment) {
        // Plain text is its own normal form, and the tables of all alphabets take time to load.
        String composed = Folding.isPlain(comment) ? comment : Normalizer.normalize(comment, Normalizer.Form.NFKC);
        String text = NO_TEXT.matcher(composed)
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        text = CANNOT.matcher(text).replaceAll("can not");
        text = NOT.matcher(text).replaceAll(" not");
        text = ELISION.matcher(text).replaceAll("$1 ");
        return WOULD.matcher(text).replaceAll(" would").replace("'", "");
    }

    private void take(Matcher token) {
        if (token.group("end") != null) {
            close();
        } else if (token.group("and") != null) {
            part.add(new Word(token.group(), Sign.AND.key));
        } else if (token.group("db") != null) {
            decibels(token);
        } else if (token.group("marks") != null) {
            boolean full = Integer.parseInt(token.group("marks")) >= Integer.parseInt(token.group("of"))
                    && !token.group("of").equals("0");
            String written = token.group();
            part.add(full ? new Word(written, Sign.FULL_MARKS.key) : new Word(written));
        } else {
            part.add(new Word(token.group()));
        }
    }

    private void decibels(Matcher token) {
        String sign = token.group("sign");
        Sign amount = Sign.ofDecibels(Double.parseDouble(token.group("db").replace(',', '.')));
        String written = token.group().strip();
        if (sign == null) {
            part.add(new Word(written, amount.key));
        } else {
            part.add(new Word(written, sign.equals("+") ? Sign.RAISE.key : Sign.LOWER.key));
            part.add(new Word("", amount.key));
        }
    }

    private void close() {
        if (!part.isEmpty()) {
            parts.add(part);
            part = new ArrayList<>();
        }
    }
}
