package io.auralis.aggregator.candidate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/candidates}. */
@Path("/v1/candidates")
@Tag(name = "operator")
public final class CandidateResource {
    private final Derivations derivations;

    CandidateResource(Derivations derivations) {
        this.derivations = derivations;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Candidates that stand, as the publisher sees them")
    public List<OpenCandidate> open() {
        return derivations.open();
    }

    @POST
    @Path("/derive")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Derives candidates from the statistics as they are now",
            description =
                    "Spends of the contributors' privacy budget, unless nothing changed since the last derivation.")
    public DerivationReport derive() {
        return derivations.derive();
    }
}
