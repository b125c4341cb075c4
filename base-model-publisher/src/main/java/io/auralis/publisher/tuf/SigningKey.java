package io.auralis.publisher.tuf;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 key (RFC 8032) in its two forms: PEM with PKCS#8 private and X.509 public part on disk, and the raw 32
 * public bytes as hex in metadata (TUF specification section 4.2, {@code ed25519}).
 */
final class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    /** RFC 8410 section 4: what stands before the 32 raw bytes in an encoded Ed25519 public key. */
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----"
                    + "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String publicHex;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        byte[] encoded = publicKey.getEncoded();
        if (encoded.length != PUBLIC_PREFIX.length + 32
                || !Arrays.equals(encoded, 0, PUBLIC_PREFIX.length, PUBLIC_PREFIX, 0, PUBLIC_PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        this.publicHex = HexFormat.of().formatHex(encoded, PUBLIC_PREFIX.length, encoded.length);
    }

    static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /** @throws IllegalArgumentException if the text is not what {@link #pem()} writes, or its halves do not match */
    static SigningKey parsePem(String text) {
        Matcher matcher = PEM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a PEM file of a private and a public key");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            SigningKey key = new SigningKey(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decode(matcher.group(1)))),
                    factory.generatePublic(new X509EncodedKeySpec(decode(matcher.group(2)))));
            key.requireMatchingHalves();
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /** The JDK cannot derive the public half from the private one, so both are stored, and checked against each other. */
    private void requireMatchingHalves() throws GeneralSecurityException {
        byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
        Signature verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(publicKey);
        verifier.update(probe);
        if (!verifier.verify(HexFormat.of().parseHex(sign(probe)))) {
            throw new IllegalArgumentException("the private and the public key do not belong together");
        }
    }

    String pem() {
        return section("PRIVATE KEY", privateKey.getEncoded()) + section("PUBLIC KEY", publicKey.getEncoded());
    }

    /** SHA-256 of the key object's canonical form (specification section 4.2). */
    String id() {
        return Sha256.hex(Json.canonical(metadata()));
    }

    /** The key object of root metadata. */
    Map<String, Object> metadata() {
        return Map.of("keytype", "ed25519", "scheme", "ed25519", "keyval", Map.of("public", publicHex));
    }

    /** The signature as lower-case hex. */
    String sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(privateKey);
            signer.update(message);
            return HexFormat.of().formatHex(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key did not sign", e);
        }
    }

    private static String section(String name, byte[] encoded) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + name + "-----\n" + base64 + "\n-----END " + name + "-----\n";
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
