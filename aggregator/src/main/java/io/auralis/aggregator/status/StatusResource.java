package io.auralis.aggregator.status;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/status}. */
@Path("/v1/status")
@Tag(name = "operator")
public final class StatusResource {
    private final StatusReader reader;

    StatusResource(StatusReader reader) {
        this.reader = reader;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How far counting is, and how many reports the statistics rest on")
    public Status status() {
        return reader.read();
    }
}
