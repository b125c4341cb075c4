package io.auralis.agent.tokens;

/**
 * A token in stock.
 *
 * @param server whose it is
 * @param token in base64url
 */
record HeldToken(String server, String token) {}
