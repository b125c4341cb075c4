package io.auralis.agent.comment;

/** One thing a comment asks for or praises. */
public record Ask(Aspect aspect, Direction direction, Intensity intensity) {}
