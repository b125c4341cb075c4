package io.auralis.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The RFCs' own test vectors; each file names its source. */
final class Vectors {
    private Vectors() {}

    static Stream<JsonNode> of(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream(file)) {
            return StreamSupport.stream(
                    Json.mapper().readTree(in).get("vectors").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode vector, String name) {
        return HexFormat.of().parseHex(text(vector, name));
    }

    static BigInteger number(JsonNode vector, String name) {
        return new BigInteger(text(vector, name), 16);
    }

    private static String text(JsonNode vector, String name) {
        return vector.get(name).asText().replaceFirst("^0x", "");
    }
}
