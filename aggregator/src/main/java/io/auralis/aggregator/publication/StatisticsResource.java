package io.auralis.aggregator.publication;

import io.auralis.aggregator.candidate.DrawnFigures;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.statistics.PublicStatistics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/statistics}: the one path of this service that may face the public. */
@Path("/v1/statistics")
@Tag(name = "public")
public final class StatisticsResource {
    /** Figures change with a derivation, about once a month; an hour keeps a crowd of readers away from the database. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final DrawnFigures figures;

    StatisticsResource(DrawnFigures figures) {
        this.figures = figures;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What listeners want, with noise, of populations that are large enough",
            description = "Answers figures that were drawn for derivations; asking draws nothing and costs nobody's"
                    + " privacy.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublicStatistics.class)))
    @APIResponse(responseCode = "304", description = "The statistics are still those of the ETag shown")
    public Response statistics(@Context Request request) {
        byte[] body = Json.canonical(figures.published());
        EntityTag tag = new EntityTag(Sha256.hex(body).substring(0, 32));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(body).tag(tag);
        }
        CacheControl cache = new CacheControl();
        cache.setMaxAge(Math.toIntExact(FRESH.toSeconds()));
        return answer.cacheControl(cache).build();
    }
}
