package io.auralis.aggregator.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.aggregator.replay.ReportGenerator;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalReaderTest {
    private static final int MUTATIONS = 4_000;

    private final CanonicalReader canonical = new CanonicalReader();

    @Test
    void whatIngestWritesIsReadAtOnce() {
        for (ContractExample example : ContractExample.of(ContractSchema.REPORT_RECORD, ContractExample.Kind.VALID)) {
            ReportRecord record = Json.read(example.bytes(), ReportRecord.class);

            assertThat(canonical.read(record.id(), Json.canonical(record)))
                    .as(example.name())
                    .isEqualTo(Voice.of(record));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void itReadsAllRecordsAsTheContractDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            ReportRecord record = Reports.anyRecord(random, 1_000, 10);

            assertThat(canonical.read(record.id(), Json.canonical(record))).isEqualTo(Voice.of(record));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void itNeverAcceptsAMutatedRecordThatTheContractRefusesOrReadsOtherwise(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            ReportRecord record = Reports.anyRecord(random, 50, 10);
            byte[] mutated = mutate(Json.canonical(record), random);
            Voice quick = canonical.read(record.id(), mutated);
            if (quick != null) {
                accepted++;
                assertThat(byContract(record.id(), mutated))
                        .as(new String(mutated, StandardCharsets.UTF_8))
                        .isEqualTo(quick);
            }
        }
        // Many mutations change a digit into another, so that the comparison is no empty one.
        assertThat(accepted).isGreaterThan(MUTATIONS / 20);
    }

    @Test
    void anythingBesideTheFormIsLeftToTheContract() {
        ReportRecord record = Reports.anyRecord(new Random(5), 1, 1);
        String text = Json.canonicalText(record);

        assertThat(canonical.read(record.id(), bytes(text + " "))).isNull();
        assertThat(canonical.read(record.id(), bytes(" " + text))).isNull();
        assertThat(canonical.read(Reports.id(77), bytes(text))).isNull();
        assertThat(canonical.read("", bytes(text))).isNull();
        assertThat(canonical.read(record.id(), new byte[0])).isNull();
    }

    @Test
    void theLoadGeneratorWritesCanonicalRecordsOfTheContract() {
        ReportGenerator generator = new ReportGenerator(7, YearMonth.of(2026, 11));
        for (int i = 0; i < 2_000; i++) {
            ReportGenerator.Generated generated = generator.next();
            ReportRecord record = Json.read(generated.value(), ReportRecord.class);

            assertThat(Json.canonical(record)).isEqualTo(generated.value());
            assertThat(record.id()).isEqualTo(generated.id());
        }
    }

    private static byte[] mutate(byte[] canonical, Random random) {
        byte[] bytes = canonical.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] = (byte) ('0' + random.nextInt(10));
            case 2 -> {
                // Digits where digits are: numbers out of range, leading zeros.
                while (bytes[at] < '0' || bytes[at] > '9') {
                    at = random.nextInt(bytes.length);
                }
                bytes[at] = (byte) ('0' + random.nextInt(10));
            }
            case 3 -> bytes = Arrays.copyOf(bytes, at);
            default -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                bytes = longer;
            }
        }
        return bytes;
    }

    private static @Nullable Voice byContract(String key, byte[] bytes) {
        try {
            ReportRecord record = Json.read(bytes, ReportRecord.class);
            return record.id().equals(key) ? Voice.of(record) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
