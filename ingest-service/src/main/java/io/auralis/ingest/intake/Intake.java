package io.auralis.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.ingest.admission.Admission;
import io.auralis.ingest.admission.Decision;
import io.auralis.ingest.admission.Withdrawal;
import io.auralis.ingest.broker.RejectedLog;
import io.auralis.ingest.broker.ReportLog;
import io.auralis.ingest.broker.Storage;
import io.auralis.ingest.redemption.Redemption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** From a request to its answer: read, decide, store, and only then say so. Knows nothing of HTTP. */
final class Intake {
    private final BodyReader reader;
    private final Decisions decisions;
    private final Toll toll;
    private final Executor workers;
    private final ReportLog log;
    private final RejectedLog rejected;
    private final IntakeMetrics metrics;

    /** @param workers on which what was waiting for its payment goes on */
    Intake(
            BodyReader reader,
            Admission admission,
            Redemption redemption,
            Executor workers,
            ReportLog log,
            RejectedLog rejected,
            IntakeMetrics metrics) {
        this.reader = reader;
        this.decisions = new Decisions(admission);
        this.toll = new Toll(redemption);
        this.workers = workers;
        this.log = log;
        this.rejected = rejected;
        this.metrics = metrics;
    }

    /**
     * Stores one submission or a batch; a body that is unreadable anywhere stores nothing.
     *
     * @param encoded the body as it came
     * @param token the contribution token beside the body, for one submission; those of a batch have theirs inside
     * @param room whether the body may grow by so many bytes when it is decoded
     */
    CompletionStage<Answer> submit(byte[] encoded, Coding coding, @Nullable String token, LongPredicate room) {
        long start = System.nanoTime();
        return answer(encoded, coding, token, room)
                .whenComplete((answer, failure) -> metrics.answered(System.nanoTime() - start));
    }

    private CompletionStage<Answer> answer(byte[] encoded, Coding coding, @Nullable String token, LongPredicate room) {
        byte[] body;
        try {
            body = coding.decode(encoded, reader.mostBytes());
        } catch (IOException e) {
            return done(refuse(ProblemCode.MALFORMED_JSON, List.of("a gzip body is whole and sound")));
        }
        if (body.length > encoded.length && !room.test(body.length - encoded.length)) {
            return done(new Answer.Overloaded());
        }
        Body<Decision> read = reader.read(body, decisions);
        if (read instanceof Body.One<Decision> one) {
            return paid(toll.collect(one.document(), token), this::settle);
        }
        if (read instanceof Body.Batch<Decision> batch) {
            return paid(toll.collect(batch.documents()), this::settle);
        }
        Body.Unreadable<Decision> unreadable = (Body.Unreadable<Decision>) read;
        return done(refuse(unreadable.code(), List.of(unreadable.rule())));
    }

    /** Takes a report back; the parameters are those of {@link Withdrawal#decide}. */
    CompletionStage<Answer> withdraw(String id, List<String> secrets, List<String> numbers) {
        return settle(Withdrawal.decide(id, secrets, numbers));
    }

    /** Refuses a request before it is read. */
    Answer refuse(ProblemCode code, List<String> rules) {
        note(code);
        return new Answer.Refused(Problem.of(code, rules));
    }

    /** Not on the thread that spends: storing may wait for the broker, and others want to pay meanwhile. */
    private <T> CompletionStage<Answer> paid(CompletableFuture<T> paid, Function<T, CompletionStage<Answer>> settle) {
        return paid.isDone() ? settle.apply(paid.join()) : paid.thenComposeAsync(settle, workers);
    }

    private CompletionStage<Answer> settle(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            if (isUnpayable(refused)) {
                return done(later(1, ProblemCode.TOKENS_UNAVAILABLE));
            }
            note(refused.code());
            return done(new Answer.Refused(refused.problem()));
        }
        ReportRecord record = ((Decision.Admitted) decision).record();
        return log.store(List.of(record))
                .thenApply(outcomes -> outcomes.get(0) == Storage.ACKNOWLEDGED
                        ? new Answer.Accepted(accepted(record))
                        : later(1, ProblemCode.BROKER_UNAVAILABLE));
    }

    private CompletionStage<Answer> settle(List<Decision> decisions) {
        List<ReportRecord> admitted = decisions.stream()
                .filter(Decision.Admitted.class::isInstance)
                .map(decision -> ((Decision.Admitted) decision).record())
                .toList();
        return log.store(admitted).thenApply(outcomes -> settle(decisions, outcomes));
    }

    private Answer settle(List<Decision> decisions, List<Storage> outcomes) {
        if (!outcomes.isEmpty() && !outcomes.contains(Storage.ACKNOWLEDGED)) {
            return later(outcomes.size(), ProblemCode.BROKER_UNAVAILABLE);
        }
        if (decisions.stream().allMatch(Intake::isUnpayable)) {
            return later(decisions.size(), ProblemCode.TOKENS_UNAVAILABLE);
        }
        Iterator<Storage> next = outcomes.iterator();
        List<ReportVerdict> verdicts = new ArrayList<>(decisions.size());
        for (Decision decision : decisions) {
            verdicts.add(
                    decision instanceof Decision.Admitted one
                            ? verdict(one.record(), next.next())
                            : verdict((Decision.Refused) decision));
        }
        return new Answer.EachOnItsOwn(List.copyOf(verdicts));
    }

    private static CompletionStage<Answer> done(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private ReportVerdict verdict(ReportRecord record, Storage storage) {
        if (storage == Storage.ACKNOWLEDGED) {
            return accepted(record);
        }
        metrics.unavailable();
        return ReportVerdict.refused(record.id(), Problem.of(ProblemCode.BROKER_UNAVAILABLE));
    }

    private static boolean isUnpayable(Decision decision) {
        return decision instanceof Decision.Refused refused && refused.code() == ProblemCode.TOKENS_UNAVAILABLE;
    }

    private ReportVerdict verdict(Decision.Refused refused) {
        if (isUnpayable(refused)) {
            metrics.unavailable();
        } else {
            note(refused.code());
        }
        return ReportVerdict.refused(refused.id(), refused.problem());
    }

    private ReportVerdict accepted(ReportRecord record) {
        metrics.accepted(record);
        return ReportVerdict.accepted(record.id(), record.number());
    }

    private Answer later(int reports, ProblemCode why) {
        for (int report = 0; report < reports; report++) {
            metrics.unavailable();
        }
        return new Answer.TryAgainLater(why);
    }

    private record Decisions(Admission admission) implements BodyReader.Maker<Decision> {
        @Override
        public Decision of(ReportSubmission submission) {
            return admission.decide(submission);
        }

        @Override
        public Decision of(JsonNode document) {
            return admission.decide(document);
        }
    }

    private void note(ProblemCode code) {
        metrics.rejected(code);
        rejected.note(code);
    }
}
