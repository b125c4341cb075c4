package io.auralis.tokens;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** An issuer's private key, which signs what it cannot read. Kept as PKCS#8 in PEM. */
public final class IssuerKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final RSAPrivateCrtKey key;
    private final RSAPrivateCrtKeyParameters parameters;
    private final TokenKey publicKey;

    private IssuerKey(RSAPrivateCrtKey key) {
        this.key = key;
        this.publicKey = TokenKey.of(key.getModulus(), key.getPublicExponent());
        this.parameters = new RSAPrivateCrtKeyParameters(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient());
    }

    /** Takes a tenth of a second or a few. */
    public static IssuerKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(TokenKey.MODULUS_BITS, TokenKey.EXPONENT), random);
            return new IssuerKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA of 2048 bits", e);
        }
    }

    /** @throws TokenException unless it is one RSA key of 2048 bits in PKCS#8 */
    public static IssuerKey decode(String pem) throws TokenException {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new TokenException("a key file holds one PRIVATE KEY in PEM");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return new IssuerKey(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new TokenException("a key file holds an RSA key of 2048 bits in PKCS#8", e);
        }
    }

    public String pem() {
        return BEGIN + "\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n" + END + "\n";
    }

    public TokenKey publicKey() {
        return publicKey;
    }

    /** @throws TokenException if the request is for another key or its number is not below the modulus */
    public void check(TokenRequest request) throws TokenException {
        if (request.truncatedKeyId() != publicKey.truncatedId()) {
            throw new TokenException("the request is for another key");
        }
        if (new BigInteger(1, request.blinded()).compareTo(key.getModulus()) >= 0) {
            throw new TokenException("the blinded message is not below the modulus");
        }
    }

    /**
     * RFC 9578, section 6.2.
     *
     * @return the TokenResponse, {@value TokenKey#BYTES} bytes
     * @throws TokenException as {@link #check} says
     */
    public byte[] sign(TokenRequest request, SecureRandom random) throws TokenException {
        check(request);
        return BlindRsa.sign(parameters, request.blinded(), random);
    }
}
