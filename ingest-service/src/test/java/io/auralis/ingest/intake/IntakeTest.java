package io.auralis.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.ingest.Submissions;
import io.auralis.ingest.admission.Admission;
import io.auralis.ingest.broker.FakeBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Gate gate = new Gate(10, 1_000_000, System::nanoTime);

    @Test
    void aStoredReportIsAcceptedAndCounted() {
        ReportSubmission submission = Submissions.fresh(4);
        assertThat(submit(new FakeBroker(1), Json.canonicalText(submission)))
                .isEqualTo(new Answer.Accepted(
                        ReportVerdict.accepted(submission.secret().reportId(), 4)));
        assertThat(count("auralis.ingest.accepted", "kind", "report")).isEqualTo(1);
    }

    @Test
    void aWithdrawalIsCountedAsSuch() {
        ReportSubmission submission = Submissions.fresh(1);
        Answer answer = now(intake(new FakeBroker(1))
                .withdraw(
                        submission.secret().reportId(),
                        List.of(submission.secret().hex()),
                        List.of("2")));
        assertThat(answer)
                .isEqualTo(new Answer.Accepted(
                        ReportVerdict.accepted(submission.secret().reportId(), 2)));
        assertThat(count("auralis.ingest.accepted", "kind", "withdrawal")).isEqualTo(1);
    }

    @Test
    void withoutABrokerNothingIsAccepted() {
        assertThat(submit(new FakeBroker(0), Json.canonicalText(Submissions.fresh(1))))
                .isEqualTo(new Answer.TryAgainLater());
        assertThat(submit(new FakeBroker(0), "[" + Json.canonicalText(Submissions.fresh(1)) + ",{}]"))
                .isEqualTo(new Answer.TryAgainLater());
        assertThat(registry.counter("auralis.ingest.unavailable").count()).isEqualTo(2);
    }

    @Test
    void aBrokerThatGoesAwayInsideABatchLeavesEachWithItsOwnAnswer() {
        String batch = Json.canonicalText(List.of(Submissions.fresh(1), Submissions.fresh(2), Submissions.fresh(3)));
        Answer answer = submit(new FakeBroker(1), batch.substring(0, batch.length() - 1) + ",{}]");
        assertThat(answer).isInstanceOf(Answer.EachOnItsOwn.class);
        assertThat(((Answer.EachOnItsOwn) answer).verdicts().stream().map(ReportVerdict::status))
                .containsExactly(202, 503, 503, 422);
        assertThat(registry.counter("auralis.ingest.unavailable").count()).isEqualTo(2);
        assertThat(count("auralis.ingest.rejected", "code", "schema-violation")).isEqualTo(1);
    }

    @Test
    void aBatchOfRefusedDocumentsIsAnsweredWithoutABroker() {
        Answer answer = submit(new FakeBroker(0), "[{},5]");
        assertThat(((Answer.EachOnItsOwn) answer).verdicts().stream().map(ReportVerdict::status))
                .containsExactly(422, 422);
    }

    @Test
    void aBatchThatIsBrokenAtItsEndStoresNothing() {
        FakeBroker broker = new FakeBroker(10);
        assertThat(submit(broker, "[" + Json.canonicalText(Submissions.fresh(1)) + ","))
                .isInstanceOf(Answer.Refused.class);
        assertThat(broker.asked()).isZero();
        assertThat(count("auralis.ingest.rejected", "code", "malformed-json")).isEqualTo(1);
    }

    private Answer submit(FakeBroker broker, String body) {
        return now(intake(broker).submit(body.getBytes(UTF_8), Coding.IDENTITY, gate.pass()));
    }

    private static Answer now(CompletionStage<Answer> answer) {
        return answer.toCompletableFuture().join();
    }

    private Intake intake(FakeBroker broker) {
        return new Intake(
                new BodyReader(1_000_000, 500),
                new Admission(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC), 3),
                broker.reports(),
                broker.rejected(),
                new IntakeMetrics(registry));
    }

    private double count(String name, String key, String value) {
        return registry.counter(name, key, value).count();
    }
}
