package io.auralis.ingest.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The content encodings in which a body may come (RFC 9110, 8.4.1). */
enum Coding {
    IDENTITY,
    GZIP;

    /** @return empty for one that is not supported */
    static Optional<Coding> of(@Nullable String header) {
        return switch (header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.of(IDENTITY);
            // The RFC asks to take the older name for the same.
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            default -> Optional.empty();
        };
    }

    /**
     * The body as it was before it was encoded, and nothing beyond the limit is ever unpacked.
     *
     * @param most bytes of the longest body admitted
     * @return the body, or its first {@code most + 1} bytes where it is longer
     * @throws IOException if it is broken
     */
    byte[] decode(byte[] body, int most) throws IOException {
        return switch (this) {
            case IDENTITY -> body;
            case GZIP -> {
                try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
                    yield unpacking.readNBytes(most + 1);
                }
            }
        };
    }
}
