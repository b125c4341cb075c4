package io.auralis.ingest.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.runtime.io.OpenApiParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Adds the contracts that requests are made of to the API's components. A schema becomes the component of its contract's
 * name, each of its {@code $defs} one of its own, since OpenAPI knows no definitions inside a component; references are
 * rewritten to match.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractSchemas implements OASFilter {
    /** Both versions of the submission and what they refer to; of the base model only its version's form is used. */
    private static final List<ContractSchema> WHOLE =
            List.of(ContractSchema.REPORT_SUBMISSION, ContractSchema.REPORT_SUBMISSION_2, ContractSchema.TASTE_REPORT);

    /** In a fixed order (a {@link Map} of the JDK has another in each run), so that a build is reproducible. */
    private static final List<Map.Entry<ContractSchema, List<String>>> DEFINITIONS = List.of(
            Map.entry(ContractSchema.BASE_MODEL, List.of("semanticVersion")),
            Map.entry(
                    ContractSchema.TASTE_REPORT,
                    List.of("month", "gearClass", "hearingClass", "count", "tally", "widthTally")));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents();
        for (ContractSchema contract : WHOLE) {
            ObjectNode schema = json(contract.text());
            schema.remove(List.of("$schema", "$id", "$defs"));
            add(components, contract, contract.contract(), schema);
        }
        for (Map.Entry<ContractSchema, List<String>> definitions : DEFINITIONS) {
            ContractSchema contract = definitions.getKey();
            for (String name : definitions.getValue()) {
                add(
                        components,
                        contract,
                        contract.contract() + "." + name,
                        json(contract.text()).at("/$defs/" + name));
            }
        }
        for (ContractSchema version : List.of(ContractSchema.REPORT_SUBMISSION, ContractSchema.REPORT_SUBMISSION_2)) {
            for (ContractExample example : ContractExample.of(version, ContractExample.Kind.VALID)) {
                components.addExample(
                        version.contract() + "." + example.name(),
                        OASFactory.createExample().value(json(example.bytes())));
            }
        }
    }

    private static void add(Components components, ContractSchema contract, String name, JsonNode schema) {
        components.addSchema(name, OpenApiParser.parseSchema(rewritten(contract, schema.toString())));
    }

    private static String rewritten(ContractSchema contract, String schema) {
        return schema.replace("\"#/$defs/", "\"" + contract.contract() + ".schema.json#/$defs/")
                .replaceAll(
                        "\"\\$ref\":\"([a-z0-9-]+)\\.schema\\.json(?:#/\\$defs/(\\w+))\"",
                        "\"\\$ref\":\"#/components/schemas/$1.$2\"")
                .replaceAll("\"\\$ref\":\"([a-z0-9-]+)\\.schema\\.json\"", "\"\\$ref\":\"#/components/schemas/$1\"");
    }

    private static ObjectNode json(byte[] text) {
        try {
            return (ObjectNode) Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
