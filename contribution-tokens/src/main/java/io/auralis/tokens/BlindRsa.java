package io.auralis.tokens;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.generators.RSABlindingFactorGenerator;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSABlindingParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.util.BigIntegers;

/**
 * RSABSSA-SHA384-PSS-Deterministic of RFC 9474, on Bouncy Castle's primitives. Deterministic means that the message is
 * signed as it is (PrepareIdentity): a token's message holds a random nonce already. The steps are those of section 4.
 */
final class BlindRsa {
    /** RFC 9474, section 5: as long as the digest. */
    static final int SALT_BYTES = 48;

    private BlindRsa() {}

    /** Section 4.2, the drawing of r: uniform in 1..n-1 and invertible. */
    static BigInteger blindingFactor(RSAKeyParameters key, SecureRandom random) {
        RSABlindingFactorGenerator generator = new RSABlindingFactorGenerator();
        generator.init(new ParametersWithRandom(key, random));
        return generator.generateBlindingFactor();
    }

    /**
     * Section 4.2: EMSA-PSS-ENCODE of the message with this salt, times r^e.
     *
     * @return as many bytes as the modulus has
     */
    static byte[] blind(RSAKeyParameters key, byte[] message, byte[] salt, BigInteger factor) throws TokenException {
        PSSSigner encoder = new PSSSigner(new RSABlindingEngine(), new SHA384Digest(), new SHA384Digest(), salt);
        encoder.init(true, new ParametersWithRandom(new RSABlindingParameters(key, factor), new SecureRandom()));
        encoder.update(message, 0, message.length);
        try {
            byte[] blinded = encoder.generateSignature();
            // Step 4 asks it of the encoded message; r is coprime already.
            if (!new BigInteger(1, blinded).gcd(key.getModulus()).equals(BigInteger.ONE)) {
                throw new TokenException("the message shares a factor with the modulus");
            }
            return blinded;
        } catch (CryptoException e) {
            throw new TokenException("the message could not be encoded", e);
        }
    }

    /**
     * Section 4.3: RSASP1, with the engine's own blinding against timing and its check that the result verifies.
     *
     * @throws TokenException if the message is not of the modulus' length or not below it
     */
    static byte[] sign(RSAPrivateCrtKeyParameters key, byte[] blinded, SecureRandom random) throws TokenException {
        int length = length(key);
        if (blinded.length != length || new BigInteger(1, blinded).compareTo(key.getModulus()) >= 0) {
            throw new TokenException("a blinded message is a number below the modulus, in " + length + " bytes");
        }
        RSABlindedEngine engine = new RSABlindedEngine();
        engine.init(true, new ParametersWithRandom(key, random));
        return engine.processBlock(blinded, 0, blinded.length);
    }

    /**
     * Section 4.4: divides by r and verifies.
     *
     * @throws TokenException unless the result is a signature of the message
     */
    static byte[] finish(RSAKeyParameters key, byte[] message, byte[] blindSignature, BigInteger factor)
            throws TokenException {
        int length = length(key);
        if (blindSignature.length != length || new BigInteger(1, blindSignature).compareTo(key.getModulus()) >= 0) {
            throw new TokenException("a blind signature is a number below the modulus, in " + length + " bytes");
        }
        RSABlindingEngine engine = new RSABlindingEngine();
        engine.init(false, new RSABlindingParameters(key, factor));
        // I2OSP: the engine leaves leading zeros out, which one signature in 256 has.
        byte[] signature = BigIntegers.asUnsignedByteArray(
                length, new BigInteger(1, engine.processBlock(blindSignature, 0, blindSignature.length)));
        if (!verifies(key, message, signature)) {
            throw new TokenException("the issuer's answer is no signature of the message");
        }
        return signature;
    }

    /** RSASSA-PSS-VERIFY of RFC 8017, 8.1.2. */
    static boolean verifies(RSAKeyParameters key, byte[] message, byte[] signature) {
        if (signature.length != length(key) || new BigInteger(1, signature).compareTo(key.getModulus()) >= 0) {
            return false;
        }
        PSSSigner verifier = new PSSSigner(new RSAEngine(), new SHA384Digest(), new SHA384Digest(), SALT_BYTES);
        verifier.init(false, key);
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(Arrays.copyOf(signature, signature.length));
    }

    private static int length(RSAKeyParameters key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }
}
