package io.auralis.agent.history;

import java.security.SecureRandom;
import java.time.Instant;

/** Makes ids of jobs: ten characters of time, sixteen of chance, so that they sort by time and never meet. */
public final class JobId {
    /** 32 digits in ascending order, as Crockford's base 32 has them: none looks like another. */
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private JobId() {}

    /** @return 26 lower-case letters and digits */
    public static String next(Instant now) {
        StringBuilder id = new StringBuilder(TIME_CHARACTERS + RANDOM_CHARACTERS);
        long millis = Math.max(0, now.toEpochMilli());
        for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
            id.append(DIGITS.charAt((int) (millis >>> (5 * i)) & 31));
        }
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            id.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return id.toString();
    }
}
