package io.auralis.agent.comment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comment was understood as.
 *
 * @param asks at most one per aspect, in the order of the comment
 * @param ignored the words that were not understood: kept and shown, never guessed at
 * @param language the name of the language it was read in; null if no word was known, or the asks were stated by hand
 */
public record Understanding(
        List<Ask> asks, List<String> ignored, @Nullable String language) {
    public Understanding {
        asks = List.copyOf(asks);
        ignored = List.copyOf(ignored);
    }

    public Understanding(List<Ask> asks, List<String> ignored) {
        this(asks, ignored, null);
    }
}
