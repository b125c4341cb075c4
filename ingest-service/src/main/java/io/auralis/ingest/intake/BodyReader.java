package io.auralis.ingest.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a body document by document, so that a batch costs the memory of one document's tree at a time. */
final class BodyReader {
    /** A document of a batch is followed by others; what follows the whole is looked at here. */
    private static final ObjectReader DOCUMENT =
            Json.mapper().readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final long mostBytes;
    private final int mostDocuments;

    /**
     * @param mostBytes length of the longest body admitted
     * @param mostDocuments documents in the largest batch admitted
     */
    BodyReader(long mostBytes, int mostDocuments) {
        if (mostBytes < 1 || mostDocuments < 1) {
            throw new IllegalArgumentException(
                    "limits must be 1 or more but are " + mostBytes + " bytes, " + mostDocuments + " documents");
        }
        this.mostBytes = mostBytes;
        this.mostDocuments = mostDocuments;
    }

    /**
     * @param each what to make of a document; called in order, also for those of a body that proves unreadable later
     */
    <T> Body<T> read(InputStream body, Function<JsonNode, T> each) {
        try (JsonParser parser = Json.mapper().createParser(new LimitedInput(body, mostBytes))) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Body.Unreadable<>(ProblemCode.MALFORMED_JSON, "the body is empty");
            }
            return first == JsonToken.START_ARRAY ? batch(parser, each) : one(parser, each);
        } catch (LimitedInput.TooLongException e) {
            return new Body.Unreadable<>(ProblemCode.TOO_LARGE, "a body has at most " + mostBytes + " bytes");
        } catch (IOException e) {
            // Also when the client goes away: then nobody reads the answer.
            return new Body.Unreadable<>(ProblemCode.MALFORMED_JSON, "the body is one JSON value, in UTF-8");
        }
    }

    private <T> Body<T> one(JsonParser parser, Function<JsonNode, T> each) throws IOException {
        JsonNode document = DOCUMENT.readValue(parser);
        return parser.nextToken() == null ? new Body.One<>(each.apply(document)) : trailing();
    }

    private <T> Body<T> batch(JsonParser parser, Function<JsonNode, T> each) throws IOException {
        List<T> documents = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (documents.size() == mostDocuments) {
                return new Body.Unreadable<>(
                        ProblemCode.TOO_LARGE, "a batch has at most " + mostDocuments + " submissions");
            }
            JsonNode document = DOCUMENT.readValue(parser);
            documents.add(each.apply(document));
        }
        if (parser.nextToken() != null) {
            return trailing();
        }
        return documents.isEmpty()
                ? new Body.Unreadable<>(ProblemCode.INVALID_REQUEST, "a batch has at least one submission")
                : new Body.Batch<>(List.copyOf(documents));
    }

    private static <T> Body<T> trailing() {
        return new Body.Unreadable<>(ProblemCode.MALFORMED_JSON, "nothing follows the JSON value");
    }
}
