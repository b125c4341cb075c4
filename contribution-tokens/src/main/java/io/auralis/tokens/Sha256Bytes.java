package io.auralis.tokens;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 as bytes, as the messages of Privacy Pass hold it. */
final class Sha256Bytes {
    private Sha256Bytes() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
