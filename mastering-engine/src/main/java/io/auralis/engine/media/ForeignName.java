package io.auralis.engine.media;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file's name whose bytes are no text in the characters that this JVM takes names in. A path from a folder's listing holds
 * the bytes and leads to the file; its text, and all that is made from it or came as an argument, leads to none.
 */
public final class ForeignName {
    /** What Java puts where bytes are no text. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final boolean UTF_8 = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));

    private ForeignName() {}

    /** What is wrong with the name and how to help it, in one sentence; empty if it is a name like others. */
    public static Optional<String> complaint(Path file) {
        String text = file.toString();
        try {
            boolean same = Path.of(text).equals(file);
            // The replacement may be a name's own character: then there is such a file.
            boolean foreign = !same || (text.indexOf(REPLACEMENT) >= 0 && !Files.exists(file));
            return foreign ? Optional.of(sentence(text)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(complaint(e));
        }
    }

    /** The same of an argument. */
    public static Optional<String> complaint(String argument) {
        try {
            return complaint(Path.of(argument));
        } catch (InvalidPathException e) {
            return Optional.of(complaint(e));
        }
    }

    /** The same of a text that no path could be made of. */
    public static String complaint(InvalidPathException e) {
        return sentence(e.getInput());
    }

    private static String sentence(String text) {
        return text
                + (UTF_8
                        ? " has a name that is not valid UTF-8; rename it and try again."
                        : " has a name that this locale has no characters for; set LC_ALL=C.UTF-8 and try again.");
    }
}
