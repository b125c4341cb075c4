package io.auralis.tokens;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A token of type 0x0002 (RFC 9577, section 2.2): type, nonce, the challenge's hash, the key's id, and the issuer's
 * signature of these. Whoever holds it may spend it once; nothing in it was seen by the issuer.
 */
public final class Token {
    static final short TYPE = 0x0002;
    private static final int HASH_BYTES = 32;

    /** What is signed: type, nonce, the challenge's hash, the key's id. */
    private static final int INPUT_BYTES = Short.BYTES + 3 * HASH_BYTES;

    public static final int BYTES = INPUT_BYTES + TokenKey.BYTES;

    /** Of {@link #text()}; 354 bytes need no padding. */
    public static final int TEXT_LENGTH = BYTES / 3 * 4;

    private final byte[] bytes;

    private Token(byte[] bytes) {
        this.bytes = bytes;
    }

    static Token of(byte[] input, byte[] authenticator) {
        return new Token(
                ByteBuffer.allocate(BYTES).put(input).put(authenticator).array());
    }

    /** AuthenticatorInput of RFC 9577, section 2.2.3. */
    static byte[] input(byte[] nonce, byte[] challengeDigest, byte[] keyId) {
        return ByteBuffer.allocate(INPUT_BYTES)
                .putShort(TYPE)
                .put(nonce)
                .put(challengeDigest)
                .put(keyId)
                .array();
    }

    /** @throws TokenException unless it has the form of a token; the signature is not looked at */
    public static Token decode(byte[] bytes) throws TokenException {
        if (bytes.length != BYTES || ByteBuffer.wrap(bytes).getShort() != TYPE) {
            throw new TokenException("a token of type 0x0002 has " + BYTES + " bytes");
        }
        return new Token(bytes.clone());
    }

    /** @throws TokenException unless it has the form of a token in base64url; the signature is not looked at */
    public static Token parse(String text) throws TokenException {
        if (text.length() != TEXT_LENGTH) {
            throw new TokenException("a token has " + TEXT_LENGTH + " characters of base64url");
        }
        try {
            return decode(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new TokenException("a token has " + TEXT_LENGTH + " characters of base64url", e);
        }
    }

    public byte[] encode() {
        return bytes.clone();
    }

    /** In base64url, as headers and submissions carry it. */
    public String text() {
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** Names the key, 64 lower-case hex digits. */
    public String keyId() {
        return HexFormat.of().formatHex(part(2));
    }

    /**
     * What a spent token is remembered by: the SHA-256 of all but the signature, 64 lower-case hex digits. Two signatures
     * of the same nonce are one token.
     */
    public String spendId() {
        return HexFormat.of().formatHex(Sha256Bytes.of(input()));
    }

    /** Whether the issuer signed it with this key, for this challenge. */
    public boolean isGood(TokenKey key, TokenChallenge challenge) {
        return Arrays.equals(part(2), key.id())
                && Arrays.equals(part(1), challenge.digest())
                && BlindRsa.verifies(key.parameters(), input(), Arrays.copyOfRange(bytes, INPUT_BYTES, BYTES));
    }

    private byte[] input() {
        return Arrays.copyOf(bytes, INPUT_BYTES);
    }

    /** 0 the nonce, 1 the challenge's hash, 2 the key's id. */
    private byte[] part(int index) {
        int from = Short.BYTES + index * HASH_BYTES;
        return Arrays.copyOfRange(bytes, from, from + HASH_BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && Arrays.equals(token.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** A token is worth something to whoever reads it. */
    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
