package io.auralis.ingest;

import io.auralis.contracts.taste.ReportSecret;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damage to documents, drawn from a seed: each kind that a broken or hostile client might do. */
public final class Mutations {
    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|-?\\d+)(?=[,\\]}])");
    private static final Pattern KEY = Pattern.compile("\"(\\w+)\":");
    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "\"5\"",
            "-1",
            "-0",
            "0",
            "1",
            "60",
            "61",
            "-60",
            "-61",
            "20",
            "21",
            "-21",
            "100000",
            "100001",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "1e-400",
            "1.0",
            "1.5",
            "0.1e1",
            "1E+2147483647",
            "\"METAL\"",
            "\"2026-10\"",
            "\"2026-13\"",
            "\"50+\"",
            "\"10-19\"",
            "\"1.0.0\"",
            "\"01.0.0\"",
            "\"thin-speakers\"",
            "\"normal\"",
            "\"taste-report/2\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-1\\u0031\"",
            "[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]",
            "[0,0,0,0,9]",
            "[0,0,0,0,9,0]",
            "NaN",
            "1".repeat(70));

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    public ReportSecret secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return ReportSecret.parse(HexFormat.of().formatHex(bytes));
    }

    /** One or two places of a document changed; some of the results are documents as good as the first. */
    public String json(String document) {
        String once = changed(document);
        return random.nextInt(4) == 0 ? changed(once) : once;
    }

    private String changed(String document) {
        return switch (random.nextInt(9)) {
            case 0 -> document.substring(0, at(document));
            case 1 -> flipped(document);
            case 2, 3, 4 -> replaced(document, VALUE, any(ODD_VALUES));
            case 5 ->
                replaced(document, KEY, "\"" + any(List.of("bass", "more", "title", "number", "secret", "")) + "\":");
            case 6 -> replaced(document, KEY, "\"title\":" + any(ODD_VALUES) + ",\"title\":");
            case 7 -> repeated(document);
            default ->
                inserted(document, any(List.of(" ", "\n", ",", "}", "]", "\"", "0", "\u00fc", "{\"a\":", "\u0000")));
        };
    }

    private String flipped(String document) {
        int at = at(document);
        char flipped = (char) (document.charAt(at) ^ (1 << random.nextInt(7)));
        return document.substring(0, at) + flipped + document.substring(at + 1);
    }

    private String replaced(String document, Pattern what, String with) {
        List<MatchResult> found = what.matcher(document).results().toList();
        if (found.isEmpty()) {
            return document;
        }
        MatchResult one = any(found);
        return document.substring(0, one.start()) + with + document.substring(one.end());
    }

    /** A member or an element that comes twice. */
    private String repeated(String document) {
        List<MatchResult> found = Pattern.compile("(\"\\w+\":)?(\"[^\"]*\"|-?\\d+),")
                .matcher(document)
                .results()
                .toList();
        if (found.isEmpty()) {
            return document;
        }
        MatchResult one = any(found);
        return document.substring(0, one.end()) + one.group() + document.substring(one.end());
    }

    private String inserted(String document, String what) {
        int at = at(document);
        return document.substring(0, at) + what + document.substring(at);
    }

    private int at(String document) {
        return random.nextInt(Math.max(1, document.length()));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
