package io.auralis.engine.meter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** A level in JSON: a number, or null for the negative infinity of silence, which JSON has no number for. */
final class LevelJson {
    private LevelJson() {}

    static final class Writer extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double level, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (level == Double.NEGATIVE_INFINITY) {
                json.writeNull();
            } else {
                json.writeNumber(level);
            }
        }
    }

    static final class Reader extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NEGATIVE_INFINITY;
        }
    }
}
