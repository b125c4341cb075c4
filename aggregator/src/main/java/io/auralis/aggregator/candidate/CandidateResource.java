package io.auralis.aggregator.candidate;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/candidates}. */
@Path("/v1/candidates")
@Tag(name = "operator")
public final class CandidateResource {
    private final Derivations derivations;
    private final Verifications verifications;

    CandidateResource(Derivations derivations, Verifications verifications) {
        this.derivations = derivations;
        this.verifications = verifications;
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
                    "Spends of the contributors' privacy budget, unless nothing changed since the last derivation."
                            + " Refused with 409 statistics-incomplete while the statistics lack reports that the last"
                            + " derivation had, as when they fill again; incomplete=true derives even so, for a topic"
                            + " that was made anew.")
    public DerivationReport derive(@QueryParam("incomplete") @DefaultValue("false") boolean incomplete) {
        return derivations.derive(incomplete);
    }

    @GET
    @Path("/{id}/provenance")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Of which reports the statistics were that a candidate was derived from",
            description = "Offsets and counts per partition of the topic, and a checksum per population and month.")
    public Provenance provenance(@PathParam("id") String id) throws SQLException {
        return verifications.provenance(id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("/{id}/verify")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replays the topic of reports up to where a candidate was derived from it",
            description = "Counts anew, with nothing of the stream's, and says whether the statistics were the same.")
    public Verification verify(@PathParam("id") String id) throws SQLException {
        return verifications.verify(id).orElseThrow(NotFoundException::new);
    }
}
