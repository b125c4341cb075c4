package io.auralis.tokens;

import java.math.BigInteger;
import java.security.SecureRandom;

/** A token between request and answer, on the client's side: holds what unblinds the answer, and never leaves memory. */
public final class PendingToken {
    private static final int NONCE_BYTES = 32;

    private final TokenKey key;
    private final byte[] input;
    private final BigInteger factor;
    private final TokenRequest request;

    private PendingToken(TokenKey key, byte[] input, BigInteger factor, TokenRequest request) {
        this.key = key;
        this.input = input;
        this.factor = factor;
        this.request = request;
    }

    /** RFC 9578, section 6.1, with fresh random numbers. */
    public static PendingToken draw(TokenKey key, TokenChallenge challenge, SecureRandom random) throws TokenException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] salt = new byte[BlindRsa.SALT_BYTES];
        random.nextBytes(salt);
        return of(key, challenge.digest(), nonce, salt, BlindRsa.blindingFactor(key.parameters(), random));
    }

    static PendingToken of(TokenKey key, byte[] challengeDigest, byte[] nonce, byte[] salt, BigInteger factor)
            throws TokenException {
        byte[] input = Token.input(nonce, challengeDigest, key.id());
        byte[] blinded = BlindRsa.blind(key.parameters(), input, salt, factor);
        return new PendingToken(key, input, factor, new TokenRequest(key.truncatedId(), blinded));
    }

    public TokenRequest request() {
        return request;
    }

    /**
     * RFC 9578, section 6.3.
     *
     * @param response the issuer's TokenResponse
     * @throws TokenException unless the issuer signed what was asked, with the key that was asked for
     */
    public Token finish(byte[] response) throws TokenException {
        return Token.of(input, BlindRsa.finish(key.parameters(), input, response, factor));
    }
}
