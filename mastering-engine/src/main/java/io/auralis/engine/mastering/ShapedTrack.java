package io.auralis.engine.mastering;

import io.auralis.engine.album.HeardTrack;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A track of an album whose chain is set up to the width, and which waits for the album's gain. */
public final class ShapedTrack {
    private final Path input;
    private final HeardTrack heard;
    private final MasteringPlan plan;
    private final Optional<Shaped> shaped;
    private final List<String> notes;

    /** @param shaped nothing where the plan changes nothing */
    ShapedTrack(Path input, HeardTrack heard, MasteringPlan plan, Optional<Shaped> shaped, List<String> notes) {
        this.input = input;
        this.heard = heard;
        this.plan = plan;
        this.shaped = shaped;
        this.notes = List.copyOf(notes);
    }

    /** With the loudness moved by what the album's gain differs from the plan's. */
    ShapedTrack moved(double byDb, String words) {
        MasteringPlan moved = plan.withLoudness(plan.value("loudness") + byDb, words);
        return new ShapedTrack(input, heard, moved, shaped, notes);
    }

    public Path input() {
        return input;
    }

    /** What is to be done to it. */
    public MasteringPlan plan() {
        return plan;
    }

    public HeardTrack heard() {
        return heard;
    }

    Optional<Shaped> shaped() {
        return shaped;
    }

    List<String> notes() {
        return notes;
    }
}
