package io.auralis.agent.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a comment's word speaks of, finer than what can be changed. Each is heard as one aspect; of some, more is less of
 * the aspect: who wants less compression wants more punch.
 */
public enum Topic {
    SUB(Aspect.SUB_BASS),
    BASS(Aspect.BASS),
    BOOM(Aspect.BASS),
    WARMTH(Aspect.LOW_MID),
    MUD(Aspect.LOW_MID),
    LOW_MID(Aspect.LOW_MID),
    MID(Aspect.MID),
    VOCALS(Aspect.MID),
    PRESENCE(Aspect.TREBLE),
    HARSHNESS(Aspect.TREBLE),
    SIBILANCE(Aspect.TREBLE),
    TREBLE(Aspect.TREBLE),
    AIR(Aspect.AIR),
    WIDTH(Aspect.WIDTH),
    /** What comes from the middle: more of it is less width. */
    CENTRE(Aspect.WIDTH, true),
    LOUDNESS(Aspect.LOUDNESS),
    PUNCH(Aspect.PUNCH),
    COMPRESSION(Aspect.PUNCH, true);

    private final Aspect aspect;
    private final boolean opposite;

    Topic(Aspect aspect) {
        this(aspect, false);
    }

    Topic(Aspect aspect, boolean opposite) {
        this.aspect = aspect;
        this.opposite = opposite;
    }

    /** The topic that is an aspect's own name. */
    static Topic of(Aspect aspect) {
        return aspect == Aspect.SUB_BASS ? SUB : valueOf(aspect.name());
    }

    public Aspect aspect() {
        return aspect;
    }

    /** Where an ask about the aspect points, if one about the topic points there. */
    Direction ofAspect(Direction direction) {
        return opposite ? direction.opposite() : direction;
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static Topic parse(String key) {
        return Arrays.stream(values())
                .filter(topic -> topic.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown topic \"" + key + "\""));
    }
}
