package io.auralis.agent.cli;

import io.auralis.agent.home.Causes;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a fingerprint that a listener names, and says what is wrong with a file that holds none. */
final class FingerprintFile {
    /** A fingerprint file is a kilobyte; a track given by mistake is not read to its end. */
    private static final long MOST_FINGERPRINT_BYTES = 1024 * 1024;

    private FingerprintFile() {}

    static Fingerprint read(@Nullable Path file) {
        if (file == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder, not a fingerprint.");
        }
        try {
            if (Files.size(file) > MOST_FINGERPRINT_BYTES) {
                throw new IllegalArgumentException(file + " is too large to be a fingerprint.");
            }
            return parse(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text, so it is no fingerprint.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private static Fingerprint parse(Path file, String text) {
        try {
            return FingerprintReader.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
