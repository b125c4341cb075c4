package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.signature.Characterization;
import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.ProfileBundle;
import java.util.Optional;

/** The library's signature beside the released model, and the draft that it gives. */
final class LibrarySignature {
    private LibrarySignature() {}

    /** @throws IllegalArgumentException if the library holds too few tracks */
    static Characterization of(Session session, BaseModel model) {
        try (Library library = LibraryAccess.open(session)) {
            return Characterization.of(library.fingerprints(), model);
        }
    }

    /** The draft from a characterization, kept under a name; empty where there is no dense cluster. */
    static Optional<Draft> keep(Session session, Characterization signature, BaseModel model, String name) {
        return signature.cluster().map(cluster -> {
            Draft draft = Draft.of(
                    name, cluster, signature.tracks(), model, session.clock().instant());
            new Drafts(session.home()).put(draft);
            return draft;
        });
    }

    /** @throws IllegalArgumentException if the library has no dense cluster to draft a profile from */
    static Draft draft(Session session, ModelStore store, String name) {
        ProfileBundle released = store.activeReleased();
        return keep(session, of(session, released.model()), released.model(), name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No region of the library is denser than the rest, so there" + " is no profile to draft."));
    }
}
