package io.auralis.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.ingest.Submissions;
import io.auralis.ingest.admission.Admission;
import io.auralis.ingest.broker.FakeBroker;
import io.auralis.ingest.redemption.Claim;
import io.auralis.ingest.redemption.FixedRedemption;
import io.auralis.ingest.redemption.Payment;
import io.auralis.ingest.redemption.Redemption;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Redemption redemption = Redemption.free();

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
                .isEqualTo(new Answer.TryAgainLater(ProblemCode.BROKER_UNAVAILABLE));
        assertThat(submit(new FakeBroker(0), "[" + Json.canonicalText(Submissions.fresh(1)) + ",{}]"))
                .isEqualTo(new Answer.TryAgainLater(ProblemCode.BROKER_UNAVAILABLE));
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

    @Test
    void whatIsNotPaidForDoesNotReachTheBroker() {
        redemption = new FixedRedemption(Payment.SPENT);
        FakeBroker broker = new FakeBroker(10);
        Answer answer = submit(broker, Json.canonicalText(Submissions.fresh(1)));
        assertThat(answer).isEqualTo(new Answer.Refused(Problem.of(ProblemCode.TOKEN_SPENT)));
        assertThat(broker.asked()).isZero();
        assertThat(count("auralis.ingest.rejected", "code", "token-spent")).isEqualTo(1);
    }

    @Test
    void eachOfABatchPaysForItself() {
        redemption = new FixedRedemption(Payment.PAID, Payment.REQUIRED, Payment.INVALID, Payment.UNAVAILABLE);
        String batch = Json.canonicalText(
                List.of(Submissions.fresh(1), Submissions.fresh(1), Submissions.fresh(1), Submissions.fresh(1)));
        Answer answer = submit(new FakeBroker(1), "[{}," + batch.substring(1));
        assertThat(((Answer.EachOnItsOwn) answer).verdicts().stream().map(ReportVerdict::status))
                .containsExactly(422, 202, 401, 401, 503);
        assertThat(registry.counter("auralis.ingest.unavailable").count()).isEqualTo(1);
    }

    @Test
    void aBodyThatMayNotGrowWhenItIsUnpackedIsTurnedAway() throws IOException {
        List<Long> asked = new ArrayList<>();
        byte[] body = Submissions.fresh(1).bytes();
        byte[] packed = gzip(body);
        FakeBroker broker = new FakeBroker(10);
        assertThat(now(intake(broker).submit(packed, Coding.GZIP, null, more -> {
                    asked.add(more);
                    return false;
                })))
                .isEqualTo(new Answer.Overloaded());
        assertThat(asked).containsExactly((long) body.length - packed.length);
        assertThat(broker.asked()).isZero();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }

    @Test
    void whileTokensCannotBeLookedUpEverythingWaits() {
        redemption = new FixedRedemption(Payment.UNAVAILABLE);
        FakeBroker broker = new FakeBroker(10);
        for (String body : List.of(
                Json.canonicalText(Submissions.fresh(1)), "[" + Json.canonicalText(Submissions.fresh(1)) + "]")) {
            assertThat(submit(broker, body)).isEqualTo(new Answer.TryAgainLater(ProblemCode.TOKENS_UNAVAILABLE));
        }
        assertThat(broker.asked()).isZero();
    }

    @Test
    void aTokenBesideTheBodyCountsBeforeOneInside() {
        FixedRedemption asked = new FixedRedemption(Payment.PAID);
        redemption = asked;
        ReportSubmission submission = Submissions.fresh(1);
        String inside = "A".repeat(472);
        submit(new FakeBroker(1), Json.canonicalText(submission.withToken(inside)));
        now(intake(new FakeBroker(1))
                .submit(submission.withToken(inside).bytes(), Coding.IDENTITY, "beside", more -> true));
        now(intake(new FakeBroker(1)).submit(submission.bytes(), Coding.IDENTITY, "beside", more -> true));
        String id = submission.secret().reportId();
        assertThat(asked.claims())
                .containsExactly(new Claim(id, inside), new Claim(id, "beside"), new Claim(id, "beside"));
    }

    @Test
    void aWithdrawalNeedsNoToken() {
        redemption = new FixedRedemption(Payment.REQUIRED);
        ReportSubmission submission = Submissions.fresh(1);
        assertThat(now(intake(new FakeBroker(1))
                        .withdraw(
                                submission.secret().reportId(),
                                List.of(submission.secret().hex()),
                                List.of("2"))))
                .isInstanceOf(Answer.Accepted.class);
    }

    private Answer submit(FakeBroker broker, String body) {
        return now(intake(broker).submit(body.getBytes(UTF_8), Coding.IDENTITY, null, more -> true));
    }

    private static Answer now(CompletionStage<Answer> answer) {
        return answer.toCompletableFuture().join();
    }

    private Intake intake(FakeBroker broker) {
        return new Intake(
                new BodyReader(1_000_000, 500),
                new Admission(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC), 3),
                redemption,
                Runnable::run,
                broker.reports(),
                broker.rejected(),
                new IntakeMetrics(registry));
    }

    private double count(String name, String key, String value) {
        return registry.counter(name, key, value).count();
    }
}
