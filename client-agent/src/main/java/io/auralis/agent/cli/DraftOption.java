package io.auralis.agent.cli;

import io.auralis.agent.models.ModelStore;
import io.auralis.agent.models.Recalibration;
import io.auralis.agent.signature.Drafts;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Tries a draft of the listener's for one command: the model in force, with the draft's profile besides. */
final class DraftOption {
    @Option(
            names = "--profile",
            paramLabel = "DRAFT",
            description = "Try a profile drafted by \"auralis library characterize\", for this once.")
    private @Nullable String name;

    boolean isChosen() {
        return name != null;
    }

    /**
     * @param store the models without the draft
     * @throws IllegalArgumentException if there is no draft of that name
     */
    ModelStore on(Session session, ModelStore store) {
        return name == null ? store : store.trying(tried(session, store, name));
    }

    private static ProfileBundle tried(Session session, ModelStore store, String name) {
        List<RecordingProfile> profiles = new ArrayList<>(store.ownProfiles());
        profiles.add(new Drafts(session.home()).get(name).profile());
        return Recalibration.of(
                        store.activeReleased(), profiles, SemanticVersion.DRAFT, "The draft " + name + ", tried.")
                .bundle();
    }
}
