package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.deploy.stack.Member;
import io.auralis.integration.Load.Step;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the topics runs full under load, and has room again later. */
class FullDiskIT {
    private static final int REPORTS = Boolean.getBoolean("auralis.long-checks") ? 20_000 : 2_000;
    private static final long SEED = Long.getLong("auralis.seed", 20_261_127);

    @TempDir
    static Path folder;

    @Test
    void aFullDiskLosesNothingThatWasAcknowledgedAndIsSaidAsUnavailable() throws Exception {
        Load load = new Load(SEED, REPORTS);
        Path home = folder.resolve("community");
        try (SmallDisk disk = SmallDisk.at(home.resolve("kafka"));
                RunningCommunity community = RunningCommunity.open(home);
                Crew crew = new Crew(load, community.state().ingest(), SEED)) {
            crew.allow(1);
            crew.awaitProgress(0.4);
            disk.fill(community.pid(Member.BROKER));

            // What Kafka had in hand may still go; soon nothing does.
            byte[] submission = Json.canonical(load.submission(load.steps().get(0)));
            Await.until(
                    "the full disk is noticed",
                    () -> community.postReport(submission).statusCode() == 503);
            Instant asked = Instant.now();
            HttpResponse<String> full = community.postReport(submission);
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(crew.progress()).isLessThan(1);

            disk.empty();
            community.restore();
            List<Step> acknowledged = crew.acknowledged();
            assertThat(Step.sorted(acknowledged)).as("the good steps").isEqualTo(Step.sorted(load.good()));
            new ExactCounts(community::status, () -> community.database("aggregator"))
                    .assertEqual(Oracle.counts(load, acknowledged));
        }
    }
}
