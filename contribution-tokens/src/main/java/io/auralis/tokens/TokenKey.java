package io.auralis.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * An issuer's public key of token type 0x0002: RSA of 2048 bits, as a SubjectPublicKeyInfo with the RSASSA-PSS identifier
 * (RFC 9578, section 6.5). Its id is the SHA-256 of that encoding.
 */
public final class TokenKey {
    static final int MODULUS_BITS = 2048;

    /** Nk of RFC 9578, section 8.2.2. */
    public static final int BYTES = MODULUS_BITS / 8;

    static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private static final AlgorithmIdentifier SHA_384 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384);

    private static final AlgorithmIdentifier PSS = new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSASSA_PSS,
            new RSASSAPSSparams(
                    SHA_384,
                    new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, SHA_384),
                    new ASN1Integer(BlindRsa.SALT_BYTES),
                    RSASSAPSSparams.DEFAULT_TRAILER_FIELD));

    private final RSAKeyParameters parameters;
    private final byte[] encoded;
    private final byte[] id;

    private TokenKey(RSAKeyParameters parameters, byte[] encoded) {
        this.parameters = parameters;
        this.encoded = encoded;
        this.id = Sha256Bytes.of(encoded);
    }

    static TokenKey of(BigInteger modulus, BigInteger exponent) {
        if (modulus.bitLength() != MODULUS_BITS || !exponent.equals(EXPONENT)) {
            throw new IllegalArgumentException("a token key has 2048 bits and the exponent 65537, not "
                    + modulus.bitLength() + " bits and " + exponent);
        }
        try {
            return new TokenKey(
                    new RSAKeyParameters(false, modulus, exponent),
                    new SubjectPublicKeyInfo(PSS, new RSAPublicKey(modulus, exponent)).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException("a public key did not encode", e);
        }
    }

    /** @throws TokenException unless it is exactly the encoding of a key of this type */
    public static TokenKey decode(byte[] subjectPublicKeyInfo) throws TokenException {
        TokenKey key;
        try {
            RSAPublicKey read = RSAPublicKey.getInstance(
                    SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo).parsePublicKey());
            key = of(read.getModulus(), read.getPublicExponent());
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new TokenException("not a token key of 2048 bits", e);
        }
        if (!Arrays.equals(key.encoded, subjectPublicKeyInfo)) {
            throw new TokenException("a token key names RSASSA-PSS with SHA-384, MGF1 and a salt of 48 bytes, in DER");
        }
        return key;
    }

    /** The SubjectPublicKeyInfo, DER. */
    public byte[] encode() {
        return encoded.clone();
    }

    /** The 32 bytes that name the key. */
    public byte[] id() {
        return id.clone();
    }

    /** {@link #id()} as 64 lower-case hex digits. */
    public String idHex() {
        return HexFormat.of().formatHex(id);
    }

    /** The last byte of the id, 0..255, by which a request names the key. */
    public int truncatedId() {
        return id[id.length - 1] & 0xff;
    }

    RSAKeyParameters parameters() {
        return parameters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenKey key && Arrays.equals(key.encoded, encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(id);
    }

    @Override
    public String toString() {
        return "TokenKey[" + idHex() + "]";
    }
}
