package io.auralis.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.benchmarks.endpoint.Target;
import io.auralis.benchmarks.load.Measured;
import io.auralis.benchmarks.payload.BodyFormat;
import io.auralis.contracts.taste.Topics;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Shape BATCHES = new Shape(16, 50);
    private static final Target INGEST = target("ingest-service, open", Topics.TASTE_REPORTS);
    private static final Target PEER = target("peer", "benchmark-peer");

    private final Rounds rounds = new Rounds();

    @Test
    void aRowHasTheMedianRunAndTheExtremes() {
        for (long requests : new long[] {900, 5000, 1000}) {
            rounds.add(BATCHES, INGEST, run(requests, 0, 50 * requests));
        }
        Row row = rounds.rows().get(0);
        assertThat(row.valid()).isTrue();
        assertThat(row.requestsPerSecond()).isEqualTo(100);
        assertThat(row.recordsPerSecond()).isEqualTo(5000);
        assertThat(row.slowest()).isEqualTo(90);
        assertThat(row.fastest()).isEqualTo(500);
        assertThat(row.cpuMicrosPerRecord()).isCloseTo(100, within(15.0));
    }

    @Test
    void oneErrorInOneRunMakesTheRowInvalid() {
        rounds.add(BATCHES, INGEST, run(1000, 0, 50_000));
        rounds.add(BATCHES, INGEST, run(1000, 1, 50_000));
        assertThat(rounds.rows().get(0).valid()).isFalse();
        assertThat(rounds.rows().get(0).errors()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutARecordInTheTopicMakesTheRowInvalid() {
        rounds.add(BATCHES, PEER, run(1000, 0, 49_999));
        assertThat(rounds.rows().get(0).valid()).isFalse();
        assertThat(rounds.rows().get(0).missing()).isEqualTo(1);
    }

    @Test
    void aRatioComparesWithinEachRound() {
        // A request costs the service 5 ms; broker and client used 1 s each in every run.
        double first = (9000 / 47.0) / (3000 / 17.0);
        double second = (900 / 6.5) / (300 / 3.5);
        // The machine was ten times slower in the second round; the ratio stays.
        rounds.add(BATCHES, INGEST, run(9000, 0, 450_000));
        rounds.add(BATCHES, PEER, run(3000, 0, 150_000));
        rounds.add(BATCHES, INGEST, run(900, 0, 45_000));
        rounds.add(BATCHES, PEER, run(300, 0, 15_000));
        Ratio ratio = rounds.ratios().get(0);
        assertThat(rounds.ratios()).hasSize(1);
        assertThat(ratio.against()).isEqualTo("peer");
        assertThat(ratio.times()).isEqualTo(3);
        assertThat(ratio.timesByCpu()).isCloseTo((first + second) / 2, within(1e-9));
    }

    @Test
    void aShapeIsConnectionsAndReportsInEachRequest() {
        assertThat(Shape.parse("16x50")).isEqualTo(BATCHES).hasToString("16x50");
        assertThat(Shape.parse("256")).isEqualTo(new Shape(256, 1));
    }

    private static Run run(long requests, long errors, long landed) {
        return new Run(new Measured(requests, 10, 1, 2, errors), landed, requests * 50 * 100e-6, 1, 1, 300_000_000);
    }

    private static Target target(String name, String topic) {
        return new Target(name, "http://127.0.0.1:1", "/", "", BodyFormat.SUBMISSIONS, topic, false, 1L);
    }
}
