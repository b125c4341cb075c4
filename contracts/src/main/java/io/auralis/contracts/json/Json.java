package io.auralis.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/** The one mapper for contract types, strict on reading, and the canonical form of what is signed, hashed or sent. */
public final class Json {
    /** Deeper than any contract (a bundle nests 7 deep), shallow enough that hostile nesting costs nothing. */
    private static final int MAX_NESTING = 32;

    private static final JsonMapper MAPPER = build();

    private Json() {}

    /** Shared and immutable by convention: callers must not configure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Canonical JSON by RFC 8785: the same value gives the same bytes on every machine.
     *
     * @return UTF-8 bytes without a trailing newline
     */
    public static byte[] canonical(Object value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("a contract value did not serialise", e);
        }
    }

    /** {@link #canonical(Object)} as text. */
    public static String canonicalText(Object value) {
        return new String(canonical(value), StandardCharsets.UTF_8);
    }

    /** Indented JSON for people and scripts, keys in the order of the record; nothing that is hashed or signed. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a value did not serialise", e);
        }
    }

    /**
     * Reads one contract value; unknown keys, duplicate keys and trailing text are refused.
     *
     * @throws IllegalArgumentException naming what is wrong; its message may quote a key or a scalar of the input, so a
     *     service that answers strangers checks the {@link ContractSchema} first and never passes it on
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not a " + type.getSimpleName() + ": " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static JsonMapper build() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING)
                        .build());
        return mapper;
    }
}
