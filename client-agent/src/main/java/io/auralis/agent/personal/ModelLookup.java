package io.auralis.agent.personal;

import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The base models of one run of the personal layer, each read once. */
final class ModelLookup {
    private final ModelStore store;
    private final BaseModel active;
    private final Map<SemanticVersion, Optional<BaseModel>> read = new HashMap<>();

    ModelLookup(ModelStore store) {
        this.store = store;
        this.active = store.active().model();
    }

    BaseModel active() {
        return active;
    }

    /** A model by version; empty if it is not on this machine any more. */
    Optional<BaseModel> find(SemanticVersion version) {
        if (version.equals(active.version())) {
            return Optional.of(active);
        }
        return read.computeIfAbsent(version, this::load);
    }

    private Optional<BaseModel> load(SemanticVersion version) {
        try {
            return Optional.of(store.load(version).model());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
