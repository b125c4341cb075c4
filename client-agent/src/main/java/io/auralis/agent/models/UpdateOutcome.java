package io.auralis.agent.models;

import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import org.jspecify.annotations.Nullable;

/** What an update or a rollback came to. Sealed: whoever reports it has words for each. */
public sealed interface UpdateOutcome {
    /** The model in force is the newest there is for the channel. */
    record UpToDate(SemanticVersion active) implements UpdateOutcome {}

    /**
     * Only asked: there is a model to change to.
     *
     * @param withdrawn whether the model in force was withdrawn by its maintainers
     */
    record Available(SemanticVersion active, SemanticVersion offered, boolean withdrawn) implements UpdateOutcome {}

    /**
     * Another model is in force now.
     *
     * @param withdrawn whether the one before was withdrawn by its maintainers
     * @param own what became of the listener's own profiles, in a sentence; absent where he had none
     */
    record Changed(
            ProfileBundle from,
            ProfileBundle to,
            boolean withdrawn,
            @Nullable String own) implements UpdateOutcome {}
}
