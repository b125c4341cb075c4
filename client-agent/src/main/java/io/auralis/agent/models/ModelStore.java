package io.auralis.agent.models;

import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;

/** The base models on this machine: those that come with the program, and verified ones under the home. */
public final class ModelStore {
    private final AuralisHome home;

    public ModelStore(AuralisHome home) {
        this.home = home;
    }

    /** The model in force. */
    public ProfileBundle active() {
        return BuiltInModels.newest();
    }

    /** @throws IllegalArgumentException if no model of that version is on this machine */
    public ProfileBundle load(SemanticVersion version) {
        return BuiltInModels.load(version);
    }

    AuralisHome home() {
        return home;
    }
}
