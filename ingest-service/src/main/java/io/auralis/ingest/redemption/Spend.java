package io.auralis.ingest.redemption;

/**
 * One good token for one report, as the table keeps it. All are 64 lower-case hex digits.
 *
 * @param keyId the token's key, with which it will be forgotten
 * @param tokenId SHA-256 of what was signed, see {@link io.auralis.tokens.Token#spendId()}
 * @param reportId what it pays for
 */
record Spend(String keyId, String tokenId, String reportId) {}
