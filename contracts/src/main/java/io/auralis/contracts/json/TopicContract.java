package io.auralis.contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topics as the AsyncAPI document {@code asyncapi.json} describes them, for the tests of whoever writes a topic and of
 * whoever reads it.
 */
public final class TopicContract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode message;

    private TopicContract(JsonNode message) {
        this.message = message;
    }

    /** The document itself. */
    public static JsonNode document() {
        try {
            return Json.mapper().readTree(Resources.read("asyncapi.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one message of a topic that has the type among its {@code ce_type}s.
     *
     * @throws IllegalArgumentException if the document has no such topic or message
     */
    public static TopicContract of(String topic, String type) {
        JsonNode document = document();
        return stream(document.get("channels"))
                .filter(channel -> channel.path("address").asText().equals(topic))
                .flatMap(channel -> stream(channel.get("messages")))
                .map(reference -> document.at(reference.get("$ref").asText().substring(1)))
                .filter(message -> message.path("name").asText().equals(type))
                .findFirst()
                .map(TopicContract::new)
                .orElseThrow(() -> new IllegalArgumentException("no message " + type + " on a topic " + topic));
    }

    /** What in a record is not as the document says; the value is JSON, or null where the topic's values are none. */
    public List<String> violations(Map<String, String> headers, byte @Nullable [] value) {
        List<String> found = new ArrayList<>();
        validate(message.get("headers"), Json.mapper().valueToTree(headers), found);
        if (value != null) {
            try {
                validate(message.at("/payload/schema"), Json.mapper().readTree(value), found);
            } catch (IOException e) {
                found.add("the value is not JSON");
            }
        }
        return List.copyOf(found);
    }

    private static void validate(JsonNode schema, JsonNode document, List<String> found) {
        String file = schema.path("$ref").asText();
        Arrays.stream(ContractSchema.values())
                .filter(contract -> file.equals("schemas/" + contract.contract() + ".schema.json"))
                .findFirst()
                .map(contract -> contract.violations(document))
                .orElseGet(() -> SCHEMAS.getSchema(schema).validate(document).stream()
                        .map(ValidationMessage::getMessage)
                        .toList())
                .forEach(found::add);
    }

    private static Stream<JsonNode> stream(JsonNode parent) {
        List<JsonNode> children = new ArrayList<>();
        parent.forEach(children::add);
        return children.stream();
    }
}
