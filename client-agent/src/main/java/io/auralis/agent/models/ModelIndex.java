package io.auralis.agent.models;

import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is installed and which is in force, one small file, so that a new model is in force wholly or not at all.
 *
 * @param active the model in force; absent until one was chosen, then the newest built-in is
 * @param installed verified models under the home
 */
record ModelIndex(@Nullable SemanticVersion active, List<Entry> installed) {
    static final ModelIndex EMPTY = new ModelIndex(null, List.of());

    /** @param sha256 of the bundle's bytes as they were verified */
    record Entry(SemanticVersion version, ModelTarget.Channel channel, String sha256) {}

    ModelIndex {
        installed = List.copyOf(installed);
    }

    Optional<Entry> find(SemanticVersion version) {
        return installed.stream()
                .filter(entry -> entry.version().equals(version))
                .findFirst();
    }

    ModelIndex withActive(SemanticVersion chosen) {
        return new ModelIndex(chosen, installed);
    }

    ModelIndex withInstalled(Entry added) {
        List<Entry> all = new ArrayList<>(installed);
        all.removeIf(entry -> entry.version().equals(added.version()));
        all.add(added);
        return new ModelIndex(active, all);
    }
}
