package io.auralis.tokens;

import java.nio.ByteBuffer;

/** What a client sends to the issuer (RFC 9578, section 6.1): type, the key's truncated id, a blinded message. */
public final class TokenRequest {
    public static final String MEDIA_TYPE = "application/private-token-request";
    public static final String RESPONSE_MEDIA_TYPE = "application/private-token-response";

    /** Of the whole message. */
    public static final int BYTES = Short.BYTES + 1 + TokenKey.BYTES;

    private final int truncatedKeyId;
    private final byte[] blinded;

    TokenRequest(int truncatedKeyId, byte[] blinded) {
        if (truncatedKeyId < 0 || truncatedKeyId > 255 || blinded.length != TokenKey.BYTES) {
            throw new IllegalArgumentException("a token request has a key id of one byte and 256 bytes, not "
                    + truncatedKeyId + " and " + blinded.length);
        }
        this.truncatedKeyId = truncatedKeyId;
        this.blinded = blinded.clone();
    }

    /** @throws TokenException unless it is a whole request of type 0x0002 and nothing more */
    public static TokenRequest decode(byte[] bytes) throws TokenException {
        if (bytes.length != BYTES) {
            throw new TokenException("a token request has " + BYTES + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getShort() != Token.TYPE) {
            throw new TokenException("the token type is 0x0002");
        }
        int truncatedKeyId = in.get() & 0xff;
        byte[] blinded = new byte[TokenKey.BYTES];
        in.get(blinded);
        return new TokenRequest(truncatedKeyId, blinded);
    }

    public byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putShort(Token.TYPE)
                .put((byte) truncatedKeyId)
                .put(blinded)
                .array();
    }

    /** The last byte of the key's id, 0..255. */
    public int truncatedKeyId() {
        return truncatedKeyId;
    }

    byte[] blinded() {
        return blinded.clone();
    }
}
