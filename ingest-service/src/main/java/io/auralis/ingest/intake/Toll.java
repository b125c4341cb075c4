package io.auralis.ingest.intake;

import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.ingest.admission.Decision;
import io.auralis.ingest.redemption.Claim;
import io.auralis.ingest.redemption.Payment;
import io.auralis.ingest.redemption.Redemption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Between admission and storage: an admitted report goes on when it is paid for. */
final class Toll {
    private final Redemption redemption;

    Toll(Redemption redemption) {
        this.redemption = redemption;
    }

    /** @param beside the token beside the document; counts before one inside */
    CompletableFuture<Decision> collect(Decision decision, @Nullable String beside) {
        Decision paying = decision instanceof Decision.Admitted admitted && beside != null
                ? new Decision.Admitted(admitted.record(), beside)
                : decision;
        return collect(List.of(paying)).thenApply(collected -> collected.get(0));
    }

    /** Of the admitted, those that are not paid for become refused; claimed all at once, in order. */
    CompletableFuture<List<Decision>> collect(List<Decision> decisions) {
        List<Claim> claims = decisions.stream()
                .filter(Decision.Admitted.class::isInstance)
                .map(Decision.Admitted.class::cast)
                .map(admitted -> new Claim(admitted.record().id(), admitted.token()))
                .toList();
        return redemption.redeem(claims).thenApply(payments -> paid(decisions, payments.iterator()));
    }

    private static List<Decision> paid(List<Decision> decisions, Iterator<Payment> payments) {
        List<Decision> collected = new ArrayList<>(decisions.size());
        for (Decision decision : decisions) {
            collected.add(decision instanceof Decision.Admitted admitted ? paid(admitted, payments.next()) : decision);
        }
        return List.copyOf(collected);
    }

    private static Decision paid(Decision.Admitted admitted, Payment payment) {
        return payment.problem().<Decision>map(code -> refused(admitted, code)).orElse(admitted);
    }

    private static Decision refused(Decision.Admitted admitted, ProblemCode code) {
        return new Decision.Refused(admitted.record().id(), code, Problem.of(code));
    }
}
