package io.auralis.tokens;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a token is good for (RFC 9577, section 2.1.1); a token holds its hash.
 *
 * @param issuer host name of the issuer, printable ASCII
 * @param redemptionContext hex digits of 32 bytes, or empty: a token may then be kept for later, as contribution tokens
 *     are
 * @param origin host names at which the token may be spent, joined by commas; empty for any
 */
public record TokenChallenge(String issuer, String redemptionContext, String origin) {
    private static final int MOST_NAME_BYTES = 0xffff;

    public TokenChallenge {
        if (issuer.isEmpty() || !isName(issuer) || !isName(origin)) {
            throw new IllegalArgumentException("names in a challenge are printable ASCII, the issuer's not empty");
        }
        if (!redemptionContext.matches("([0-9a-f]{64})?")) {
            throw new IllegalArgumentException("a redemption context is 64 lower-case hex digits, or empty");
        }
    }

    /**
     * The challenge of every contribution token of a host, the same for all: a context of one listener's own would let the
     * service tell his tokens from others'.
     *
     * @param host issues and takes the tokens, for example {@code ingest.example.org}
     */
    public static TokenChallenge contribution(String host) {
        return new TokenChallenge(host, "", host);
    }

    /** @throws TokenException unless it is one challenge of type 0x0002 and nothing more */
    public static TokenChallenge decode(byte[] bytes) throws TokenException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.getShort() != Token.TYPE) {
                throw new TokenException("the token type is 0x0002");
            }
            String issuer = text(in, in.getShort() & 0xffff);
            byte[] context = new byte[in.get() & 0xff];
            in.get(context);
            String origin = text(in, in.getShort() & 0xffff);
            if (in.hasRemaining()) {
                throw new TokenException("nothing follows a challenge");
            }
            return new TokenChallenge(issuer, HexFormat.of().formatHex(context), origin);
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw new TokenException("not a token challenge", e);
        }
    }

    public byte[] encode() {
        byte[] issuerName = issuer.getBytes(StandardCharsets.US_ASCII);
        byte[] context = HexFormat.of().parseHex(redemptionContext);
        byte[] originName = origin.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(3 * Short.BYTES + 1 + issuerName.length + context.length + originName.length)
                .putShort(Token.TYPE)
                .putShort((short) issuerName.length)
                .put(issuerName)
                .put((byte) context.length)
                .put(context)
                .putShort((short) originName.length)
                .put(originName)
                .array();
    }

    /** The SHA-256 that tokens hold, 32 bytes. */
    public byte[] digest() {
        return Sha256Bytes.of(encode());
    }

    private static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean isName(String text) {
        return text.length() <= MOST_NAME_BYTES && text.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
    }
}
