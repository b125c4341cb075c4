package io.auralis.aggregator.exact;

import io.auralis.aggregator.sink.CohortStateTable;
import io.auralis.aggregator.sink.ExactStatistics;
import io.auralis.aggregator.sink.Schema;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/internal/statistics}: everything under {@code /v1/internal} is for an operator only. */
@Path("/v1/internal/statistics")
@Tag(name = "operator")
public final class ExactStatisticsResource {
    private final DataSource database;
    private final Schema schema;
    private final CohortStateTable table;

    ExactStatisticsResource(DataSource database, Schema schema, CohortStateTable table) {
        this.database = database;
        this.schema = schema;
        this.table = table;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The exact statistics, their checksum, and of which reports they are",
            description = "Never for the public: small cohorts are in it.")
    public ExactFigures statistics(@QueryParam("counts") @DefaultValue("false") boolean counts) throws SQLException {
        schema.bringUpToDate();
        try (Connection connection = database.getConnection()) {
            return ExactFigures.of(ExactStatistics.read(connection), counts);
        }
    }

    @POST
    @Path("/refill")
    @Operation(
            summary = "Drops the statistics and fills them again from the topic of cohort states",
            description = "Costs no privacy, and reads no report. To count the reports anew, raise the generation.")
    public void refill() throws SQLException {
        schema.bringUpToDate();
        table.drop();
    }
}
