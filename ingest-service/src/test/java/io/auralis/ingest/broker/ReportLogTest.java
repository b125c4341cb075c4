package io.auralis.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.Topics;
import io.auralis.ingest.Submissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ReportLogTest {
    private static final String ID = "0".repeat(64);

    @Test
    void aRecordIsStoredAsCanonicalJsonUnderItsIdAndTheDay() {
        FakeBroker broker = new FakeBroker(1);
        ReportRecord record = ReportRecord.live(ID, 3, Submissions.report("studio"));
        assertThat(now(broker.reports().store(List.of(record)))).containsExactly(Storage.ACKNOWLEDGED);
        assertThat(broker.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo(Topics.TASTE_REPORTS);
            assertThat(sent.key()).isEqualTo(ID);
            assertThat(sent.partition()).isNull();
            assertThat(sent.timestamp())
                    .isEqualTo(Instant.parse("2026-11-25T00:00:00Z").toEpochMilli());
        });
        assertThat(broker.values()).containsExactly(Json.canonicalText(record));
    }

    @Test
    void afterTheFirstRefusalNoOtherRecordIsTried() {
        FakeBroker broker = new FakeBroker(2);
        assertThat(now(broker.reports().store(withdrawals(5))))
                .containsExactly(
                        Storage.ACKNOWLEDGED,
                        Storage.ACKNOWLEDGED,
                        Storage.UNAVAILABLE,
                        Storage.UNAVAILABLE,
                        Storage.UNAVAILABLE);
        assertThat(broker.asked()).isEqualTo(3);
    }

    @Test
    void aRecordThatIsNeverAcknowledgedIsNotCalledStored() {
        MockProducer<String, byte[]> silent =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        ReportLog log = new ReportLog(
                new Connection<>(() -> silent), new Availability(), Duration.ofMillis(1), FakeBroker.CLOCK);
        assertThat(now(log.store(withdrawals(2)))).containsExactly(Storage.UNAVAILABLE, Storage.UNAVAILABLE);
        assertThat(silent.history()).hasSize(2);
    }

    @Test
    void aBrokerWhoseNameDoesNotResolveIsUnavailable() {
        Connection<org.apache.kafka.clients.producer.Producer<String, byte[]>> unresolved = new Connection<>(() -> {
            throw new KafkaException("no resolvable address");
        });
        ReportLog log = new ReportLog(unresolved, new Availability(), Duration.ofSeconds(1), FakeBroker.CLOCK);
        assertThat(now(log.store(withdrawals(2)))).containsExactly(Storage.UNAVAILABLE, Storage.UNAVAILABLE);
    }

    @Test
    void whileTheBrokerIsAwayNothingIsHandedOverUntilItIsKnownToBeBack() {
        FakeBroker broker = new FakeBroker(1);
        assertThat(now(broker.reports().store(withdrawals(2))))
                .containsExactly(Storage.ACKNOWLEDGED, Storage.UNAVAILABLE);
        assertThat(now(broker.reports().store(withdrawals(3))))
                .containsOnly(Storage.UNAVAILABLE)
                .hasSize(3);
        assertThat(broker.asked()).isEqualTo(2);
        broker.returns();
        assertThat(now(broker.reports().store(withdrawals(1)))).hasSize(1);
        assertThat(broker.asked()).isEqualTo(3);
    }

    @Test
    void nothingToStoreAsksForNothing() {
        FakeBroker broker = new FakeBroker(0);
        assertThat(now(broker.reports().store(List.of()))).isEmpty();
        assertThat(broker.asked()).isZero();
    }

    private static List<Storage> now(CompletionStage<List<Storage>> outcomes) {
        return outcomes.toCompletableFuture().join();
    }

    private static List<ReportRecord> withdrawals(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> ReportRecord.withdrawal(ID, number))
                .toList();
    }
}
