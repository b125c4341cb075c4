package io.auralis.publisher.review;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.publisher.account.AccountLine;
import io.auralis.publisher.problem.RefusedException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The candidates over HTTP. */
@Path("/v1/candidates")
@Tag(name = "candidates")
@RolesAllowed(AccountLine.MAINTAINER)
@Produces(MediaType.APPLICATION_JSON)
public class CandidateResource {
    private final CandidateBoard board;
    private final MeterRegistry meters;

    CandidateResource(CandidateBoard board, MeterRegistry meters) {
        this.board = board;
        this.meters = meters;
    }

    @GET
    @Operation(summary = "All candidates with their state, newest first")
    @APIResponseSchema(
            value = CandidateAnswer.Listing.class,
            responseCode = "200",
            responseDescription = "The candidates")
    @APIResponse(responseCode = "503", description = "The aggregator's candidates cannot be read now")
    public CandidateAnswer.Listing all() {
        return new CandidateAnswer.Listing(board.all().stream()
                .map(candidate -> CandidateAnswer.brief(candidate, board.approvalsNeeded()))
                .toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One candidate with its evidence")
    @APIResponseSchema(value = CandidateAnswer.class, responseCode = "200", responseDescription = "The candidate")
    @APIResponse(responseCode = "404", description = "No such candidate")
    @APIResponse(responseCode = "503", description = "The aggregator's candidates cannot be read now")
    public CandidateAnswer one(String id) {
        return CandidateAnswer.whole(board.one(id), board.approvalsNeeded());
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve a candidate; a reason is welcome")
    @APIResponseSchema(value = CandidateAnswer.class, responseCode = "200", responseDescription = "The candidate")
    @APIResponse(responseCode = "404", description = "No such candidate")
    @APIResponse(responseCode = "409", description = "The candidate is in no state for it")
    @APIResponse(responseCode = "503", description = "The aggregator's candidates cannot be read now")
    public CandidateAnswer approve(String id, @Nullable ReviewRequest request, @Context SecurityContext who) {
        return decide(id, Decision.APPROVE, request == null ? new ReviewRequest(null, null) : request, who);
    }

    @POST
    @Path("{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reject a candidate, with a reason")
    @APIResponseSchema(value = CandidateAnswer.class, responseCode = "200", responseDescription = "The candidate")
    @APIResponse(responseCode = "404", description = "No such candidate")
    @APIResponse(responseCode = "409", description = "The candidate is in no state for it")
    @APIResponse(responseCode = "503", description = "The aggregator's candidates cannot be read now")
    public CandidateAnswer reject(String id, @Nullable ReviewRequest request, @Context SecurityContext who) {
        if (request == null || request.reason().isEmpty()) {
            throw new RefusedException(ProblemCode.INVALID_REQUEST, "A rejection needs a reason.");
        }
        return decide(id, Decision.REJECT, request, who);
    }

    private CandidateAnswer decide(String id, Decision decision, ReviewRequest request, SecurityContext who) {
        ReviewedCandidate decided = board.decide(
                id,
                decision,
                request.reason(),
                request.documentSha256(),
                who.getUserPrincipal().getName());
        meters.counter(
                        "auralis.publisher.decisions",
                        "decision",
                        decision.name().toLowerCase(Locale.ROOT))
                .increment();
        return CandidateAnswer.whole(decided, board.approvalsNeeded());
    }
}
