package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.integration.Load.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight clients send while every member of the stack is killed and stalled at moments drawn from a seed. Whatever was
 * acknowledged is counted, once. Under the profile {@code long-checks} with 200,000 reports and five kills of each.
 */
class KilledMembersIT {
    private static final boolean LONG = Boolean.getBoolean("auralis.long-checks");
    private static final int REPORTS = LONG ? 200_000 : 4_000;
    private static final int KILLS = LONG ? 5 : 1;
    private static final int STALLS = LONG ? 2 : 0;
    private static final long SEED = Long.getLong("auralis.seed", 20_261_125);
    /** How far the clients may go on beyond the moment of a calamity before it befalls: it is to find them at work. */
    private static final double MARGIN = 0.03;

    private static final Duration STALL = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    @Test
    void whatWasAcknowledgedIsCountedOnceWhoeverIsKilled() throws Exception {
        Load load = new Load(SEED, REPORTS);
        Instant begin = Instant.now();
        try (RunningCommunity community = RunningCommunity.open(folder.resolve("community"));
                Crew crew = new Crew(load, community.state().ingest(), SEED)) {
            List<Calamity> calamities = Calamity.drawn(SEED, KILLS, STALLS);
            crew.allow(calamities.get(0).at() + MARGIN);
            for (int index = 0; index < calamities.size(); index++) {
                crew.awaitProgress(calamities.get(index).at());
                crew.allow(
                        index + 1 < calamities.size()
                                ? calamities.get(index + 1).at() + MARGIN
                                : 1);
                befall(community, calamities.get(index), begin);
            }
            List<Step> acknowledged = crew.acknowledged();
            tell(begin, "all is settled, with " + crew.repetitions() + " repetitions");
            assertThat(Step.sorted(acknowledged)).as("the good steps").isEqualTo(Step.sorted(load.good()));

            Map<String, Long> expected = Oracle.counts(load, acknowledged);
            new ExactCounts(community::status, () -> community.database("aggregator")).assertEqual(expected);
            tell(begin, "PostgreSQL holds exactly the oracle's " + expected.size() + " counts");
        }
    }

    private static void befall(RunningCommunity community, Calamity calamity, Instant begin) throws Exception {
        tell(begin, calamity.member().title() + " " + calamity.kind());
        if (calamity.kind() == Calamity.Kind.KILLED) {
            community.kill(calamity.member());
            community.restore();
            tell(begin, calamity.member().title() + " is back");
        } else {
            community.stall(calamity.member(), STALL);
        }
    }

    /** So that a failure can be read, and repeated with {@code -Dauralis.seed}. */
    private static void tell(Instant begin, String what) {
        System.out.println(
                "seed " + SEED + ", " + Duration.between(begin, Instant.now()).toSeconds() + " s: " + what);
    }
}
