package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published description of the interface; a change of the golden file is a change of the interface. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
class OpenApiTest {
    private static final Path GOLDEN = Path.of("src/test/resources/openapi.golden.json");

    @TestHTTPResource
    URI base;

    @Test
    void theDescriptionIsTheGoldenOne() throws Exception {
        String served = served().toPrettyString();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, served + "\n");
        }
        assertThat(Json.mapper().readTree(Files.readString(GOLDEN)).toPrettyString())
                .isEqualTo(served);
    }

    @Test
    void itsSchemaOfASubmissionAgreesWithTheContractsOnEveryExample() throws Exception {
        JsonNode served = served();
        JsonNode schema = Json.mapper()
                .createObjectNode()
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("components", served.get("components"))
                .put("$ref", "#/components/schemas/report-submission-1");
        var compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        for (ContractExample example :
                ContractExample.of(ContractSchema.REPORT_SUBMISSION, ContractExample.Kind.VALID)) {
            assertThat(compiled.validate(Json.mapper().readTree(example.bytes())))
                    .as(example.toString())
                    .isEmpty();
        }
        for (ContractExample report : ContractExample.of(ContractSchema.TASTE_REPORT, ContractExample.Kind.INVALID)) {
            JsonNode submission = Json.mapper()
                    .createObjectNode()
                    .put("secret", "0".repeat(64))
                    .put("number", 1)
                    .set("report", Json.mapper().readTree(report.bytes()));
            assertThat(compiled.validate(submission)).as(report.toString()).isNotEmpty();
        }
    }

    @Test
    void everyReferenceOfTheDescriptionLeadsSomewhere() throws Exception {
        JsonNode served = served();
        List<String> references = new ArrayList<>();
        served.findValues("$ref").forEach(reference -> references.add(reference.asText()));
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(served.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    private JsonNode served() throws Exception {
        var answer = new IngestClient(base).get("/q/openapi?format=json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.mapper().readTree(new String(answer.body(), UTF_8));
    }
}
