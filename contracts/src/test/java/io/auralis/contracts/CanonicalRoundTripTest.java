package io.auralis.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.contracts.taste.TasteReport;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties over values drawn from seeds; a failure names its seed. */
class CanonicalRoundTripTest {
    private static final long FIRST_SEED = 20_261_125;
    private static final int SEEDS = 200;

    @ParameterizedTest(name = "{1}")
    @MethodSource("contracts")
    <T> void everyValuePassesItsSchemaAndReadsBackToItselfAndToTheSameBytes(
            ContractSchema schema, Class<T> type, Function<RandomContracts, T> draw) {
        LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS).forEach(seed -> {
            T value = draw.apply(new RandomContracts(seed));
            byte[] bytes = Json.canonical(value);
            assertThat(violations(schema, bytes))
                    .as("violations with seed %d", seed)
                    .isEmpty();
            T read = Json.read(bytes, type);
            assertThat(read).as("value with seed %d", seed).isEqualTo(value);
            assertThat(Json.canonicalText(read)).as("bytes with seed %d", seed).isEqualTo(new String(bytes, UTF_8));
        });
    }

    @Test
    void whatIsWrittenStraightHasTheBytesOfTheCanonicalForm() {
        LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS).forEach(seed -> {
            ReportRecord record = new RandomContracts(seed).record();
            assertThat(new String(record.bytes(), UTF_8))
                    .as("record with seed %d", seed)
                    .isEqualTo(Json.canonicalText(record));
            ReportVerdict verdict = ReportVerdict.accepted(record.id(), record.number());
            assertThat(verdict.text()).as("verdict with seed %d", seed).isEqualTo(Json.canonicalText(verdict));
        });
        ReportVerdict refused = ReportVerdict.refused(null, Problem.of(ProblemCode.IMPLAUSIBLE_REPORT));
        assertThat(refused.text()).isEqualTo(Json.canonicalText(refused));
    }

    static Stream<Arguments> contracts() {
        return Stream.of(
                contract(ContractSchema.TASTE_REPORT, TasteReport.class, RandomContracts::report),
                contract(ContractSchema.REPORT_SUBMISSION, ReportSubmission.class, RandomContracts::submission),
                contract(ContractSchema.REPORT_RECORD, ReportRecord.class, RandomContracts::record),
                contract(ContractSchema.BASE_MODEL, BaseModel.class, RandomContracts::model),
                contract(ContractSchema.CANDIDATE, Candidate.class, RandomContracts::candidate));
    }

    private static <T> Arguments contract(ContractSchema schema, Class<T> type, Function<RandomContracts, T> draw) {
        return Arguments.of(schema, type, draw);
    }

    private static List<String> violations(ContractSchema schema, byte[] bytes) {
        try {
            return schema.violations(Json.mapper().readTree(bytes));
        } catch (IOException e) {
            throw new AssertionError("canonical bytes are JSON", e);
        }
    }
}
