package io.auralis.ingest.redemption;

import org.jspecify.annotations.Nullable;

/**
 * That a report has been paid for.
 *
 * @param reportId 64 lower-case hex digits
 * @param token in base64url; absent where the submission has none
 */
public record Claim(String reportId, @Nullable String token) {}
