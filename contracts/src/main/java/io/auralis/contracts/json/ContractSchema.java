package io.auralis.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.RegularExpression;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The JSON Schemas (draft 2020-12) of what crosses a process boundary, and validation against them. */
public enum ContractSchema {
    TASTE_REPORT("taste-report-1"),
    REPORT_SUBMISSION("report-submission-1"),
    /** Version 1 and, optionally, the token that pays for it; a document without one is of both versions. */
    REPORT_SUBMISSION_2("report-submission-2"),
    REPORT_RECORD("report-record-1"),
    REJECTION("rejection-1"),
    BASE_MODEL("base-model-1"),
    CANDIDATE("candidate-1"),
    PROFILE_BUNDLE("profile-bundle-1"),
    STATISTICS("statistics-1");

    private final String contract;
    private volatile JsonSchema schema;

    @SuppressWarnings("NullAway.Init") // the schema is parsed on first use: a command that sends nothing pays nothing
    ContractSchema(String contract) {
        this.contract = contract;
    }

    /** Name and version of the contract, for example {@code taste-report-1}. */
    public String contract() {
        return contract;
    }

    /** The schema's own text, UTF-8 JSON. */
    public byte[] text() {
        return Resources.read("schemas/" + contract + ".schema.json");
    }

    /**
     * Checks a document.
     *
     * @return one sentence per violation, naming the place as a JSON path and never quoting the value; empty when valid
     */
    public List<String> violations(JsonNode document) {
        try {
            return schema().validate(document).stream()
                    .map(ContractSchema::sentence)
                    .sorted()
                    .toList();
        } catch (NumberFormatException e) {
            // The validator fails on a number beyond a double's range, 1e400, where an enumeration is asked for.
            return List.of("$ holds a number beyond all range");
        }
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
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V202012,
                        builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                                "https://auralis.invalid/schemas/", "classpath:io/auralis/contracts/schemas/")))
                .getSchema(
                        new ByteArrayInputStream(text()),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_PATH)
                                .regularExpressionFactory(ContractSchema::ecmaScript)
                                .build());
    }

    /** Java's {@code $} also matches before a last newline, that of JSON Schema (ECMA-262) only at the end. */
    private static RegularExpression ecmaScript(String regex) {
        Predicate<String> found =
                Pattern.compile(regex.replaceAll("\\$$", "\\\\z")).asPredicate();
        return found::test;
    }
}
