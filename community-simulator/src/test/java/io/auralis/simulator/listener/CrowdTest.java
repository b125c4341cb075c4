package io.auralis.simulator.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteDimension;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
    private static final Clock LATE_NOVEMBER = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @TempDir
    Path folder;

    @Test
    void whoWantsMoreBassTeachesTheProgramSoAndReportsIt() throws Exception {
        Population population = new Population(Map.of(TasteDimension.BASS, new Spread(0.8, 0)));
        try (PostBox box = new PostBox()) {
            List<ListenerOutcome> outcomes =
                    crowd(population, 1, 30).run(8, box.address(), folder, LATE_NOVEMBER, done -> {});
            assertThat(outcomes).allMatch(outcome -> outcome.accepted() == 1);
            List<ListenerOutcome> neutral = outcomes.stream()
                    .filter(outcome -> outcome.gear().isNeutral())
                    .toList();
            assertThat(neutral)
                    .hasSizeGreaterThan(4)
                    .allMatch(outcome -> outcome.learned().get(TasteDimension.BASS) > 0.3);
            assertThat(box.posted()).hasSize(8).allSatisfy(submission -> {
                assertThat(submission.report().month()).isEqualTo("2026-11");
                assertThat(submission.report().recordingType()).isEqualTo(RecordingType.METAL);
                assertThat(submission.report().ratings().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(30);
            });
        }
    }

    @Test
    void theSameSeedSendsTheSameReportsAndAnotherSeedOthers() throws Exception {
        List<ReportSubmission> first = reports(3);
        assertThat(reports(3)).isEqualTo(first);
        assertThat(reports(4)).isNotEqualTo(first);
    }

    @Test
    void noHomeIsLeftBehind() throws Exception {
        reports(5);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aServerThatIsAwayLeavesEveryReportInItsOutbox() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        ServerAddress away = ServerAddress.parse("http://127.0.0.1:" + closed);
        assertThat(crowd(Population.ofBassLovers(), 1, 5).run(2, away, folder, LATE_NOVEMBER, done -> {}))
                .allSatisfy(outcome -> {
                    assertThat(outcome.waiting()).isEqualTo(1);
                    assertThat(outcome.problem()).isNotEmpty();
                });
    }

    @Test
    void gearThatColoursTheSoundIsWishedAway() throws Exception {
        Population plain = new Population(Map.of(TasteDimension.BASS, new Spread(0, 0)));
        try (PostBox box = new PostBox()) {
            assertThat(crowd(plain, 2, 5).run(60, box.address(), folder, LATE_NOVEMBER, done -> {}))
                    .filteredOn(outcome ->
                            outcome.gear() == GearClass.BASSY_HEADPHONES || outcome.gear() == GearClass.BASSY_SPEAKERS)
                    .isNotEmpty()
                    .allMatch(outcome -> outcome.wishes().get(TasteDimension.BASS) == -1.5);
        }
    }

    @Test
    void fewerThanFiveTracksMakeNoReportAndAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crowd(Population.ofBassLovers(), 1, 4))
                .withMessageContaining("5 to 1000");
    }

    private List<ReportSubmission> reports(long seed) throws Exception {
        try (PostBox box = new PostBox()) {
            crowd(Population.ofBassLovers(), seed, 6).run(3, box.address(), folder, LATE_NOVEMBER, done -> {});
            return box.posted();
        }
    }

    private static Crowd crowd(Population population, long seed, int tracks) {
        return new Crowd(population, RecordingType.METAL, NOVEMBER, seed, tracks);
    }
}
