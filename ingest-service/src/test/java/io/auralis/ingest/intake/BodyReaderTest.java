package io.auralis.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.ingest.Submissions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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
    void aGzipBodyIsUnpackedNoFurtherThanTheLimit() throws Exception {
        String longest = "\"" + "x".repeat(38) + "\"";
        assertThat(reader.read(unpacked(gzip(longest)), TO_TEXT)).isEqualTo(new Body.One<>(longest));
        assertThat(code(reader.read(unpacked(gzip(longest + " ")), TO_TEXT))).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(Coding.GZIP.decode(gzip(" ".repeat(50_000_000)), 40)).hasSize(41);
    }

    @Test
    void aBrokenGzipBodyIsMalformed() throws Exception {
        byte[] whole = gzip("{\"a\":[1,2,3]}");
        for (int length = 0; length < whole.length; length++) {
            assertBroken(Arrays.copyOf(whole, length));
        }
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 5] ^= 1;
        assertBroken(wrongSum);
        assertBroken("{}".getBytes(UTF_8));
    }

    private static void assertBroken(byte[] packed) {
        assertThatThrownBy(() -> unpacked(packed)).as("%d bytes", packed.length).isInstanceOf(IOException.class);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        return Coding.GZIP.decode(packed, 40);
    }

    @Test
    void theCodingsAreThoseOfTheHeader() {
        assertThat(Coding.of(null)).hasValue(Coding.IDENTITY);
        assertThat(Coding.of("Identity")).hasValue(Coding.IDENTITY);
        assertThat(Coding.of(" GZIP")).hasValue(Coding.GZIP);
        assertThat(Coding.of("x-gzip")).hasValue(Coding.GZIP);
        assertThat(Coding.of("br")).isEmpty();
        assertThat(Coding.of("gzip, gzip")).isEmpty();
    }

    @Test
    void anotherEncodingOfTextIsMalformed() {
        for (Charset charset :
                List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32"))) {
            assertThat(code(reader.read("{}".getBytes(charset), TO_TEXT))).isEqualTo(ProblemCode.MALFORMED_JSON);
        }
        assertThat(read("\uFEFF[ {} ,1]")).isEqualTo(new Body.Batch<>(List.of("{}", "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]", "\"long string\"", "{\"long name\":1}", "1234567890"})
    void extremePartsAreMalformed(String body) {
        String extreme = body.replace("long", "x".repeat(5000)).replace("1234567890", "1".repeat(65));
        assertThat(code(new BodyReader(10_000, 3).read(extreme.getBytes(UTF_8), TO_TEXT)))
                .isEqualTo(ProblemCode.MALFORMED_JSON);
    }

    @Test
    void eachDocumentOfABatchIsReadWhateverStandsAroundIt() {
        ReportSubmission submission = Submissions.fresh(5);
        String plain = Json.canonicalText(submission);
        String batch =
                " [\n" + plain + " ,{\"secret\":\"\u00fc\"}\t, " + plain + ",-0.5,\"\u00fc\",[{}], " + plain + "]";
        assertThat(new BodyReader(10_000, 10).read(batch.getBytes(UTF_8), TO_TEXT))
                .isEqualTo(new Body.Batch<>(List.of(
                        submission.toString(),
                        "{\"secret\":\"\u00fc\"}",
                        submission.toString(),
                        "-0.5",
                        "\"\u00fc\"",
                        "[{}]",
                        submission.toString())));
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> new BodyReader(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BodyReader(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Body<String> read(String body) {
        return reader.read(body.getBytes(UTF_8), TO_TEXT);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private static final BodyReader.Maker<String> TO_TEXT = new BodyReader.Maker<>() {
        @Override
        public String of(ReportSubmission submission) {
            return submission.toString();
        }

        @Override
        public String of(JsonNode document) {
            return document.toString();
        }
    };

    private static ProblemCode code(Body<String> body) {
        assertThat(body).isInstanceOf(Body.Unreadable.class);
        return ((Body.Unreadable<String>) body).code();
    }
}
