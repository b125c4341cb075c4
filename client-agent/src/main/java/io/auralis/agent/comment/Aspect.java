package io.auralis.agent.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Arrays;
import java.util.Locale;

/** What of the sound a comment speaks of, and the dimension of taste it is evidence for. */
public enum Aspect {
    /** Below 60 Hz. The tone stage's lowest band is the whole bass, so that is where it is heard. */
    SUB_BASS(TasteDimension.BASS),
    BASS(TasteDimension.BASS),
    LOW_MID(TasteDimension.LOW_MID),
    MID(TasteDimension.MID),
    TREBLE(TasteDimension.TREBLE),
    AIR(TasteDimension.AIR),
    WIDTH(TasteDimension.WIDTH),
    LOUDNESS(TasteDimension.LOUDNESS),
    PUNCH(TasteDimension.PUNCH);

    private final TasteDimension dimension;

    Aspect(TasteDimension dimension) {
        this.dimension = dimension;
    }

    public TasteDimension dimension() {
        return dimension;
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static Aspect parse(String key) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown aspect \"" + key + "\""));
    }
}
