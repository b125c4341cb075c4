package io.auralis.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlindRsaTest {
    private final SecureRandom random = new SecureRandom();

    static Stream<JsonNode> vectors() {
        return Vectors.of("rfc9474-vectors.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theVectorsOfRfc9474AreMet(JsonNode vector) throws TokenException {
        RSAKeyParameters publicKey = publicKey(vector);
        byte[] message = Vectors.bytes(vector, "input_msg");
        byte[] salt = Vectors.bytes(vector, "salt");
        BigInteger factor = Vectors.number(vector, "inv").modInverse(publicKey.getModulus());

        byte[] blinded = BlindRsa.blind(publicKey, message, salt, factor);
        assertThat(blinded).isEqualTo(Vectors.bytes(vector, "blinded_msg"));
        byte[] blindSignature = BlindRsa.sign(privateKey(vector), blinded, random);
        assertThat(blindSignature).isEqualTo(Vectors.bytes(vector, "blind_sig"));
        byte[] signature = BlindRsa.finish(publicKey, message, blindSignature, factor);
        assertThat(signature).isEqualTo(Vectors.bytes(vector, "sig"));
        assertThat(BlindRsa.verifies(publicKey, message, signature)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aSignatureOfAnythingElseIsRefused(JsonNode vector) {
        RSAKeyParameters publicKey = publicKey(vector);
        byte[] message = Vectors.bytes(vector, "input_msg");
        byte[] signature = Vectors.bytes(vector, "sig");
        byte[] otherMessage = message.clone();
        otherMessage[7] ^= 1;
        byte[] otherSignature = signature.clone();
        otherSignature[300] ^= 1;
        byte[] sameNumberPlusModulus =
                new BigInteger(1, signature).add(publicKey.getModulus()).toByteArray();

        assertThat(BlindRsa.verifies(publicKey, otherMessage, signature)).isFalse();
        assertThat(BlindRsa.verifies(publicKey, message, otherSignature)).isFalse();
        assertThat(BlindRsa.verifies(publicKey, message, sameNumberPlusModulus)).isFalse();
        assertThat(BlindRsa.verifies(publicKey, message, Arrays.copyOf(signature, 511)))
                .isFalse();
        assertThat(BlindRsa.verifies(publicKey, message, new byte[512])).isFalse();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void anAnswerThatIsNoSignatureEndsInAnException(JsonNode vector) {
        RSAKeyParameters publicKey = publicKey(vector);
        byte[] message = Vectors.bytes(vector, "input_msg");
        byte[] answer = Vectors.bytes(vector, "blind_sig");
        BigInteger factor = Vectors.number(vector, "inv").modInverse(publicKey.getModulus());

        byte[] other = answer.clone();
        other[5] ^= 1;
        assertThatThrownBy(() -> BlindRsa.finish(publicKey, message, other, factor))
                .isInstanceOf(TokenException.class);
        assertThatThrownBy(() -> BlindRsa.finish(publicKey, message, answer, factor.add(BigInteger.ONE)))
                .isInstanceOf(TokenException.class);
        assertThatThrownBy(() -> BlindRsa.finish(publicKey, message, new byte[3], factor))
                .isInstanceOf(TokenException.class);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatIsNotBelowTheModulusIsNotSigned(JsonNode vector) {
        RSAPrivateCrtKeyParameters key = privateKey(vector);
        byte[] modulus = Vectors.bytes(vector, "n");
        byte[] most = new byte[modulus.length];
        Arrays.fill(most, (byte) 0xff);
        for (byte[] hostile : new byte[][] {modulus, most, new byte[0], new byte[511], new byte[513]}) {
            assertThatThrownBy(() -> BlindRsa.sign(key, hostile, random)).isInstanceOf(TokenException.class);
        }
    }

    private static RSAKeyParameters publicKey(JsonNode vector) {
        return new RSAKeyParameters(false, Vectors.number(vector, "n"), Vectors.number(vector, "e"));
    }

    private static RSAPrivateCrtKeyParameters privateKey(JsonNode vector) {
        BigInteger p = Vectors.number(vector, "p");
        BigInteger q = Vectors.number(vector, "q");
        BigInteger d = Vectors.number(vector, "d");
        return new RSAPrivateCrtKeyParameters(
                Vectors.number(vector, "n"),
                Vectors.number(vector, "e"),
                d,
                p,
                q,
                d.mod(p.subtract(BigInteger.ONE)),
                d.mod(q.subtract(BigInteger.ONE)),
                q.modInverse(p));
    }
}
