package io.auralis.agent.comment;

import java.util.Objects;

/**
 * One thing a comment asks for or praises.
 *
 * @param topic what of the aspect the comment spoke of; ratings kept before there were topics have the aspect's own
 */
public record Ask(Aspect aspect, Direction direction, Intensity intensity, Topic topic) {
    public Ask {
        topic = Objects.requireNonNullElse(topic, Topic.of(aspect));
    }

    /** An ask about the aspect as a whole. */
    public Ask(Aspect aspect, Direction direction, Intensity intensity) {
        this(aspect, direction, intensity, Topic.of(aspect));
    }

    /** An ask about a topic; praise has no intensity. */
    static Ask about(Topic topic, Direction direction, Intensity intensity) {
        return new Ask(
                topic.aspect(),
                topic.ofAspect(direction),
                direction == Direction.FINE ? Intensity.PLAIN : intensity,
                topic);
    }
}
