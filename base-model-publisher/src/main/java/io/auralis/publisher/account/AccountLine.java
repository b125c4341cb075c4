package io.auralis.publisher.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * One account as a line {@code NAME:ROLES:pbkdf2-sha512:ITERATIONS:SALT:HASH}; the README of this module gives its form.
 * The password itself is nowhere.
 *
 * @param name 1 to 64 of {@code a-z 0-9 . _ -}
 * @param roles what the account may do, at least one
 * @param iterations of PBKDF2, at least {@value #LEAST_ITERATIONS}
 * @param salt Base64 of 16 bytes
 * @param hash Base64 of 64 bytes
 */
public record AccountLine(String name, Set<String> roles, int iterations, String salt, String hash) {
    /** The role of whoever reviews and releases. */
    public static final String MAINTAINER = "maintainer";

    static final int LEAST_ITERATIONS = 100_000;

    /** OWASP's password storage cheat sheet asks for this many with SHA-512. */
    private static final int ITERATIONS = 210_000;

    /** Above this a line in the file, by mistake, would hold the service up at each sign-in. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final String ALGORITHM = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;

    public AccountLine {
        if (!name.matches("[a-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "an account's name is 1 to 64 lower-case letters, digits, dots, hyphens or underscores");
        }
        roles = Set.copyOf(roles);
        if (roles.isEmpty() || !roles.stream().allMatch(role -> role.matches("[a-z-]+"))) {
            throw new IllegalArgumentException("an account needs a role");
        }
        if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException("an account needs at least " + LEAST_ITERATIONS
                    + " iterations and at most " + MOST_ITERATIONS + " but has " + iterations);
        }
        requireBytes("salt", salt, SALT_BYTES);
        requireBytes("hash", hash, HASH_BYTES);
    }

    /** A maintainer's account with a fresh salt. */
    public static AccountLine maintainer(String name, char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new AccountLine(
                name,
                Set.of(MAINTAINER),
                ITERATIONS,
                Base64.getEncoder().encodeToString(salt),
                Base64.getEncoder().encodeToString(derive(password, salt, ITERATIONS)));
    }

    /** @throws IllegalArgumentException saying what is wrong, without quoting the line */
    public static AccountLine parse(String line) {
        String[] parts = line.strip().split(":", -1);
        if (parts.length != 6 || !parts[2].equals(ALGORITHM) || !parts[3].matches("\\d{1,9}")) {
            throw new IllegalArgumentException("an account is NAME:ROLES:" + ALGORITHM + ":ITERATIONS:SALT:HASH");
        }
        return new AccountLine(
                parts[0], new TreeSet<>(List.of(parts[1].split(","))), Integer.parseInt(parts[3]), parts[4], parts[5]);
    }

    /** Whether this is the account's password; takes about a fifth of a second, whatever the answer. */
    public boolean matches(char[] password) {
        byte[] shown = derive(password, Base64.getDecoder().decode(salt), iterations);
        return MessageDigest.isEqual(shown, Base64.getDecoder().decode(hash));
    }

    /** The line, without a line break. */
    public String text() {
        return String.join(
                ":", name, String.join(",", new TreeSet<>(roles)), ALGORITHM, Integer.toString(iterations), salt, hash);
    }

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "AccountLine[" + name + "]";
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static void requireBytes(String what, String base64, int bytes) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("an account's " + what + " is Base64", notBase64);
        }
        if (decoded.length != bytes) {
            throw new IllegalArgumentException("an account's " + what + " is " + bytes + " bytes");
        }
    }
}
