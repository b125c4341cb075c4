package io.auralis.ingest.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.ingest.Mutations;
import io.auralis.ingest.Submissions;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader beside the JSON Schema, which is the source of truth. */
class SubmissionReaderTest {
    private static final long SEED = 20_261_125;
    private static final int MUTATIONS = 5_000;

    private final Admission admission =
            new Admission(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC), 3);

    @Test
    void itRecognisesEveryValidExampleAndNoOther() {
        List<String> examples = new ArrayList<>();
        for (ContractExample.Kind kind : ContractExample.Kind.values()) {
            Stream.of(ContractSchema.REPORT_SUBMISSION, ContractSchema.REPORT_SUBMISSION_2)
                    .flatMap(version -> ContractExample.of(version, kind).stream())
                    .forEach(example -> examples.add(new String(example.bytes(), UTF_8)));
            ContractExample.of(ContractSchema.TASTE_REPORT, kind)
                    .forEach(example -> examples.add("{\"secret\":\"" + "0".repeat(64) + "\",\"number\":1,\"report\":"
                            + new String(example.bytes(), UTF_8) + "}"));
        }
        assertThat(examples.stream().filter(this::agrees)).hasSizeGreaterThan(4);
    }

    @Test
    void itAgreesWithTheSchemaOnThousandsOfDamagedDocuments() {
        Mutations mutations = new Mutations(SEED);
        int recognised = 0;
        for (int time = 0; time < MUTATIONS; time++) {
            ReportSubmission plain = Submissions.of(mutations.secret(), 3);
            // Of both versions.
            ReportSubmission submission = time % 2 == 0 ? plain : plain.withToken("A_-9".repeat(118));
            if (agrees(mutations.json(Json.canonicalText(submission)))) {
                recognised++;
            }
        }
        // Both kinds occur, so that an agreement means something.
        assertThat(recognised).as("seed %d", SEED).isBetween(MUTATIONS / 50, MUTATIONS / 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"number\":0,\"number\":3",
                "\"number\":3,\"number\":3",
                "\"number\":9007199254740991",
                "\"number\":9007199254740992",
                "\"number\":99999999999999999999",
                "\"number\":-0",
                "\"number\":3.0",
                "\"number\":\"3\"",
                "\"number\":null"
            })
    void itAgreesWithTheSchemaOnNumbers(String number) {
        boolean ignored = agrees(Json.canonicalText(Submissions.fresh(3)).replace("\"number\":3", number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000-01", "+999-01", "-001-01", "2026-13", "2026-00", "2026-1x", "20261-1", "\\u0032026-11"})
    void itAgreesWithTheSchemaOnMonths(String month) {
        boolean ignored = agrees(Json.canonicalText(Submissions.fresh(3)).replace("2026-11", month));
    }

    /** Whether it recognises the document; fails unless that is right. */
    private boolean agrees(String json) {
        ReportSubmission quick = quick(json);
        Decision thorough = thorough(json);
        if (quick == null) {
            assertThat(thorough instanceof Decision.Admitted).as(json).isFalse();
            return false;
        }
        JsonNode tree = tree(json);
        assertThat((tree.has("token") ? ContractSchema.REPORT_SUBMISSION_2 : ContractSchema.REPORT_SUBMISSION)
                        .violations(tree))
                .as(json)
                .isEmpty();
        assertThat(admission.decide(quick)).as(json).isEqualTo(thorough);
        return true;
    }

    private static ReportSubmission quick(String json) {
        try (JsonParser parser = Json.mapper()
                .getFactory()
                .rebuild()
                .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(json.getBytes(UTF_8))) {
            parser.nextToken();
            ReportSubmission read = SubmissionReader.read(parser);
            return parser.nextToken() == null ? read : null;
        } catch (IOException malformed) {
            return null;
        }
    }

    /** Null where the document is not JSON. */
    private Decision thorough(String json) {
        JsonNode tree = tree(json);
        return tree == null ? null : admission.decide(tree);
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json.getBytes(UTF_8));
        } catch (JsonProcessingException malformed) {
            return null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
