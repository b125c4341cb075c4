package io.auralis.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.ingest.admission.SubmissionReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a body document by document. A document in its usual form is read in the one pass over the body; of any other,
 * that pass only finds the end, and the document is read again, strictly and as a tree, for the schema to be asked.
 */
final class BodyReader {
    /**
     * A submission nests 4 deep (5 in a batch), its longest string, a contribution token, has 472 characters, its longest
     * number 16 digits and its longest key 17 letters. Well over that is hostile, and refused before it costs anything.
     */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(16)
            .maxStringLength(4_096)
            .maxNumberLength(64)
            .maxNameLength(256)
            .build();

    private static final JsonFactory STRICT = Json.mapper()
            .getFactory()
            .rebuild()
            .streamReadConstraints(CONSTRAINTS)
            .build();

    /** {@link SubmissionReader} finds duplicate keys by itself. */
    private static final JsonFactory ONCE = STRICT.rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final ObjectReader DOCUMENT = Json.mapper().readerFor(JsonNode.class);

    private final int mostBytes;
    private final int mostDocuments;

    /**
     * @param mostBytes length of the longest body admitted, once it is decoded
     * @param mostDocuments documents in the largest batch admitted
     */
    BodyReader(int mostBytes, int mostDocuments) {
        if (mostBytes < 1 || mostDocuments < 1) {
            throw new IllegalArgumentException(
                    "limits must be 1 or more but are " + mostBytes + " bytes, " + mostDocuments + " documents");
        }
        this.mostBytes = mostBytes;
        this.mostDocuments = mostDocuments;
    }

    /**
     * What to make of documents; called in order, also for those of a body that proves unreadable later.
     *
     * @param <T> what is made of one
     */
    interface Maker<T> {
        /** Of one that the schema admits. */
        T of(ReportSubmission submission);

        /** Of one that the schema has to be asked about. */
        T of(JsonNode document);
    }

    int mostBytes() {
        return mostBytes;
    }

    <T> Body<T> read(byte[] body, Maker<T> maker) {
        if (body.length > mostBytes) {
            return new Body.Unreadable<>(ProblemCode.TOO_LARGE, "a body has at most " + mostBytes + " bytes");
        }
        try (JsonParser parser = ONCE.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Body.Unreadable<>(ProblemCode.MALFORMED_JSON, "the body is empty");
            }
            // Jackson guesses UTF-16 and UTF-32, which RFC 8259 forbids, and knows no byte offsets there.
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                return new Body.Unreadable<>(ProblemCode.MALFORMED_JSON, "the body is in UTF-8");
            }
            return first == JsonToken.START_ARRAY ? batch(parser, body, maker) : one(parser, body, maker);
        } catch (IOException e) {
            return new Body.Unreadable<>(
                    ProblemCode.MALFORMED_JSON, "the body is one JSON value, in UTF-8, without extreme parts");
        }
    }

    private static <T> Body<T> one(JsonParser parser, byte[] body, Maker<T> maker) throws IOException {
        T document = document(parser, body, maker);
        return parser.nextToken() == null ? new Body.One<>(document) : trailing();
    }

    private <T> Body<T> batch(JsonParser parser, byte[] body, Maker<T> maker) throws IOException {
        List<T> documents = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (documents.size() == mostDocuments) {
                return new Body.Unreadable<>(
                        ProblemCode.TOO_LARGE, "a batch has at most " + mostDocuments + " submissions");
            }
            documents.add(document(parser, body, maker));
        }
        if (parser.nextToken() != null) {
            return trailing();
        }
        return documents.isEmpty()
                ? new Body.Unreadable<>(ProblemCode.INVALID_REQUEST, "a batch has at least one submission")
                : new Body.Batch<>(List.copyOf(documents));
    }

    private static <T> T document(JsonParser parser, byte[] body, Maker<T> maker) throws IOException {
        int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
        ReportSubmission submission = SubmissionReader.read(parser);
        if (submission != null) {
            return maker.of(submission);
        }
        int to = Math.toIntExact(parser.currentLocation().getByteOffset());
        try (JsonParser strict = STRICT.createParser(body, from, to - from)) {
            return maker.of(DOCUMENT.<JsonNode>readValue(strict));
        }
    }

    private static <T> Body<T> trailing() {
        return new Body.Unreadable<>(ProblemCode.MALFORMED_JSON, "nothing follows the JSON value");
    }
}
