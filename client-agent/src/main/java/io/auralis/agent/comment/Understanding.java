package io.auralis.agent.comment;

import java.util.List;

/**
 * What a comment was understood as.
 *
 * @param asks at most one per aspect, in the order of the comment
 * @param ignored the words that were not understood: kept and shown, never guessed at
 */
public record Understanding(List<Ask> asks, List<String> ignored) {
    public Understanding {
        asks = List.copyOf(asks);
        ignored = List.copyOf(ignored);
    }
}
