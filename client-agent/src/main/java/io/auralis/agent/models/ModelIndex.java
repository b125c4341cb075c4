package io.auralis.agent.models;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param own models that the listener made
 */
record ModelIndex(
        @Nullable SemanticVersion active,
        List<Entry> installed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Own> own) {
    static final ModelIndex EMPTY = new ModelIndex(null, List.of(), List.of());

    /** @param sha256 of the bundle's bytes as they were verified */
    record Entry(SemanticVersion version, ModelTarget.Channel channel, String sha256) {}

    /** @param sha256 of the bundle's bytes as they were made */
    record Own(SemanticVersion version, String sha256) {}

    ModelIndex {
        installed = List.copyOf(installed);
        // Absent in an index of before there were such models.
        own = own == null ? List.of() : List.copyOf(own);
    }

    Optional<Own> findOwn(SemanticVersion version) {
        return own.stream().filter(entry -> entry.version().equals(version)).findFirst();
    }

    /** The number of the next model of the listener's own; none is given twice. */
    int nextNumber() {
        return own.stream().mapToInt(entry -> entry.version().local()).max().orElse(0) + 1;
    }

    ModelIndex withOwn(Own added) {
        List<Own> all = new ArrayList<>(own);
        all.add(added);
        return new ModelIndex(active, installed, all);
    }

    Optional<Entry> find(SemanticVersion version) {
        return installed.stream()
                .filter(entry -> entry.version().equals(version))
                .findFirst();
    }

    ModelIndex withActive(SemanticVersion chosen) {
        return new ModelIndex(chosen, installed, own);
    }

    ModelIndex withInstalled(Entry added) {
        List<Entry> all = new ArrayList<>(installed);
        all.removeIf(entry -> entry.version().equals(added.version()));
        all.add(added);
        return new ModelIndex(active, all, own);
    }
}
