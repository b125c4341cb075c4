package io.auralis.agent.home;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The files of the home as JSON: the contracts' strict mapper, and instants as text (ISO 8601, UTC). */
public final class HomeJson {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()));

    private HomeJson() {}

    /** Shared and immutable by convention: callers must not configure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** @return UTF-8, on one line, without a trailing newline */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a value of the home did not serialise", e);
        }
    }

    /**
     * Reads one value.
     *
     * @param where the file, for the message
     * @throws HomeException if the bytes are no such value: damaged, or written by a newer version of the program
     */
    public static <T> T read(byte[] json, Class<T> type, Path where) {
        try {
            @Nullable T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IOException("the file holds nothing but null");
            }
            return value;
        } catch (IOException e) {
            throw new HomeException(where + " is damaged or was written by a newer version of the program.", e);
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String value, DeserializationContext context) {
            return Instant.parse(value);
        }
    }
}
