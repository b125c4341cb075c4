package io.auralis.agent.comment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line of a corpus file: a comment, a bar, and its asks as {@code aspect direction intensity}, joined by commas. {@code \e}
 * and {@code \0} stand for the characters that an editor does not show.
 */
record LabelledComment(String comment, String asks) {
    static List<LabelledComment> of(String file) {
        try (InputStream in = LabelledComment.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no corpus file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(LabelledComment::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String asks(Understanding understanding) {
        return understanding.asks().stream()
                .map(ask -> ask.aspect().key() + " "
                        + ask.direction().name().toLowerCase(Locale.ROOT) + " "
                        + ask.intensity().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static LabelledComment parse(String line) {
        int bar = line.lastIndexOf('|');
        String comment = line.substring(0, bar).replace("\\e", "\u001b").replace("\\0", "\0");
        return new LabelledComment(comment, line.substring(bar + 1));
    }
}
