package io.auralis.agent.comment;

/**
 * What a clause spoke of without saying whether that is good: the next may say it.
 *
 * @param compared whether it was compared with the original, so that any praise is meant of it
 */
record Unsettled(Topic topic, boolean compared) {}
