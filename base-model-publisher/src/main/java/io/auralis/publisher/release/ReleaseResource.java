package io.auralis.publisher.release;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.publisher.account.AccountLine;
import io.auralis.publisher.catalog.ReleaseRow;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The releases over HTTP. */
@Path("/v1/releases")
@Tag(name = "releases")
@RolesAllowed(AccountLine.MAINTAINER)
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    private final ReleaseDesk desk;
    private final MeterRegistry meters;

    ReleaseResource(ReleaseDesk desk, MeterRegistry meters) {
        this.desk = desk;
        this.meters = meters;
    }

    @GET
    @Operation(summary = "All releases, newest version first")
    public ReleaseAnswer.Listing all() {
        List<ReleaseAnswer> releases =
                new ArrayList<>(desk.all().stream().map(ReleaseAnswer::of).toList());
        Collections.reverse(releases);
        return new ReleaseAnswer.Listing(releases);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Compose and publish the next model from approved candidates")
    @APIResponseSchema(value = ReleaseAnswer.class, responseCode = "201", responseDescription = "The release")
    @APIResponse(responseCode = "409", description = "A candidate is not approved, or two move the same thing")
    public Response release(@Nullable ReleaseRequest request, @Context SecurityContext who) {
        if (request == null) {
            throw new RefusedException(ProblemCode.INVALID_REQUEST, "A release needs a summary.");
        }
        ReleaseRow row = desk.release(
                request.summary(), request.candidates(), who.getUserPrincipal().getName());
        meters.counter("auralis.publisher.releases").increment();
        return Response.status(Response.Status.CREATED)
                .entity(ReleaseAnswer.of(row))
                .build();
    }

    @POST
    @Path("{version}/yank")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take a release back, with a reason; agents that have it leave it")
    @APIResponseSchema(value = ReleaseAnswer.class, responseCode = "200", responseDescription = "The release")
    @APIResponse(responseCode = "404", description = "No such release")
    @APIResponse(responseCode = "409", description = "The release comes with the program")
    public ReleaseAnswer yank(String version, ReleaseRequest.@Nullable Yank request, @Context SecurityContext who) {
        if (request == null) {
            throw new RefusedException(ProblemCode.INVALID_REQUEST, "A yank needs a reason.");
        }
        ReleaseRow row =
                desk.yank(version, request.reason(), who.getUserPrincipal().getName());
        meters.counter("auralis.publisher.yanks").increment();
        return ReleaseAnswer.of(row);
    }
}
