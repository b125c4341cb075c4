package io.auralis.agent.cli;

import io.auralis.agent.signature.Characterization;
import io.auralis.agent.signature.Draft;
import io.auralis.contracts.basemodel.RecordingProfile;

/** A draft as {@code --json} prints it. */
record DraftView(
        String name,
        String made,
        String baseModel,
        int libraryTracks,
        Characterization.Cluster cluster,
        RecordingProfile profile) {
    static DraftView of(Draft draft) {
        return new DraftView(
                draft.name(),
                draft.made().toString(),
                draft.baseModel().toString(),
                draft.libraryTracks(),
                draft.cluster(),
                draft.profile());
    }
}
