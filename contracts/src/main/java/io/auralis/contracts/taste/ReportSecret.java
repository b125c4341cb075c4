package io.auralis.contracts.taste;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.auralis.contracts.json.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The random 256 bits that own one report (design section 7). Only its SHA-256, the report id, is stored by a service;
 * {@link #toString()} hides it, so that it cannot reach a log by accident.
 */
public final class ReportSecret {
    private static final int BYTES = 32;
    private final String hex;

    private ReportSecret(String hex) {
        this.hex = hex;
    }

    public static ReportSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ReportSecret(HexFormat.of().formatHex(bytes));
    }

    /** @throws IllegalArgumentException unless the text is 64 lower-case hex digits; the text is not quoted */
    @JsonCreator
    public static ReportSecret parse(String hex) {
        if (hex == null || !HexDigits.are64(hex)) {
            throw new IllegalArgumentException("a report secret is 64 lower-case hex digits");
        }
        return new ReportSecret(hex);
    }

    /** The secret itself, for the wire and the agent's own store only. */
    @JsonValue
    public String hex() {
        return hex;
    }

    /** SHA-256 of the 32 bytes, as 64 lower-case hex digits. */
    public String reportId() {
        return Sha256.hex(HexFormat.of().parseHex(hex));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportSecret secret && secret.hex.equals(hex);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hex);
    }

    @Override
    public String toString() {
        return "ReportSecret[hidden]";
    }
}
