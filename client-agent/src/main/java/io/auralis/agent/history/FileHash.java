package io.auralis.agent.history;

import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The SHA-256 of a file of any length, read in pieces. */
public final class FileHash {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileHash() {}

    /** Hashes of two files. */
    public record Pair(String one, String other) {}

    /**
     * Two files at the same time, on two cores.
     *
     * @throws IllegalArgumentException as {@link #of} does
     * @throws HomeException as {@code of} does
     */
    public static Pair ofBoth(Path one, Path other) {
        FutureTask<String> beside = new FutureTask<>(() -> of(one));
        Thread thread = new Thread(beside, "file-hash");
        thread.setDaemon(true);
        thread.start();
        String hash = of(other);
        try {
            return new Pair(beside.get(), hash);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("hashing throws nothing else", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HomeException("Interrupted while reading " + one + ".", e);
        }
    }

    /**
     * @return 64 lower-case hex digits
     * @throws IllegalArgumentException if it is missing or no regular file
     * @throws HomeException if it cannot be read
     */
    public static String of(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder, not a track.");
        }
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (digesting.read(buffer) >= 0) {
                // Reading is what feeds the digest.
            }
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
