package io.auralis.deploy.stack;

import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The maintainer of a one-machine stack: a random password, and its hash in the form that base-model-publisher reads. */
final class MaintainerAccount {
    static final String NAME = "maintainer";

    /** OWASP's figure for PBKDF2-HMAC-SHA-512 (Password Storage Cheat Sheet, 2023). */
    private static final int ITERATIONS = 210_000;

    private static final int PASSWORD_BYTES = 16;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    private MaintainerAccount() {}

    /** Writes password and accounts file where either is missing; an accounts file that people have extended is kept. */
    static void ensure(StackFolder folder) {
        if (Files.exists(folder.maintainerPassword()) && Files.exists(folder.accounts())) return;
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[PASSWORD_BYTES];
        random.nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        folder.write(folder.accounts(), line(password, salt) + "\n");
        folder.write(folder.maintainerPassword(), password + "\n");
    }

    static String line(String password, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder();
        return NAME + ":maintainer:pbkdf2-sha512:" + ITERATIONS + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(hash(password, salt));
    }

    private static byte[] hash(String password, byte[] salt) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK lacks PBKDF2WithHmacSHA512", missing);
        } finally {
            key.clearPassword();
        }
    }
}
