package io.auralis.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private final BodyReader reader = new BodyReader(40, 3);

    @Test
    void anObjectIsOneDocument() {
        assertThat(read(" {\"a\": 1} \n")).isEqualTo(new Body.One<>("{\"a\":1}"));
    }

    @Test
    void anArrayIsABatchInOrder() {
        assertThat(read("[1, [2], {}]")).isEqualTo(new Body.Batch<>(List.of("1", "[2]", "{}")));
    }

    @Test
    void aBatchOfMoreThanTheLimitIsTooLarge() {
        assertThat(code(read("[1,2,3,4]"))).isEqualTo(ProblemCode.TOO_LARGE);
    }

    @Test
    void anEmptyBatchIsNoRequest() {
        assertThat(code(read("[]"))).isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    void aBodyOfTheLimitIsReadAndOneByteMoreIsTooLarge() {
        String longest = "\"" + "x".repeat(38) + "\"";
        assertThat(read(longest)).isEqualTo(new Body.One<>(longest));
        assertThat(code(read(longest + " "))).isEqualTo(ProblemCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "[1,]", "1 2", "[1] 2", "{}}", "{\"a\":1,\"a\":2}", "NaN", "'x'", "// x\n1"})
    void whatIsNotOneJsonValueIsMalformed(String body) {
        assertThat(code(read(body))).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void nestingDeeperThanAnyContractIsMalformed() {
        String body = "[".repeat(40) + "]".repeat(40);
        assertThat(code(new BodyReader(100, 3).read(stream(body), JsonNode::toString)))
                .isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void aClientThatGoesAwayIsNoFailureOfTheService() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThat(code(reader.read(broken, JsonNode::toString))).isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> new BodyReader(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BodyReader(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Body<String> read(String body) {
        return reader.read(stream(body), JsonNode::toString);
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }

    private static ProblemCode code(Body<String> body) {
        assertThat(body).isInstanceOf(Body.Unreadable.class);
        return ((Body.Unreadable<String>) body).code();
    }
}
