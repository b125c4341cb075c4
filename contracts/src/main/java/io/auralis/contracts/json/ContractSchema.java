package io.auralis.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON Schemas (draft 2020-12) of what crosses a process boundary, and validation against them. */
public enum ContractSchema {
    TASTE_REPORT("taste-report-1"),
    REPORT_SUBMISSION("report-submission-1"),
    REPORT_RECORD("report-record-1"),
    BASE_MODEL("base-model-1"),
    PROFILE_BUNDLE("profile-bundle-1");

    private final String resource;
    private volatile JsonSchema schema;

    @SuppressWarnings("NullAway.Init") // the schema is parsed on first use: a command that sends nothing pays nothing
    ContractSchema(String name) {
        this.resource = "/io/auralis/contracts/schemas/" + name + ".schema.json";
    }

    /**
     * Checks a document.
     *
     * @return one sentence per violation, naming the place as a JSON path and never quoting the value; empty when valid
     */
    public List<String> violations(JsonNode document) {
        return schema().validate(document).stream()
                .map(ContractSchema::sentence)
                .sorted()
                .toList();
    }

    private static String sentence(ValidationMessage message) {
        return message.getInstanceLocation() + " breaks \"" + message.getType() + "\" of "
                + message.getEvaluationPath();
    }

    private JsonSchema schema() {
        JsonSchema parsed = schema;
        if (parsed == null) {
            parsed = parse();
            schema = parsed;
        }
        return parsed;
    }

    private JsonSchema parse() {
        try (InputStream in = ContractSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: " + resource);
            }
            return JsonSchemaFactory.getInstance(
                            SpecVersion.VersionFlag.V202012,
                            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                                    "https://auralis.invalid/schemas/", "classpath:io/auralis/contracts/schemas/")))
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
