package io.auralis.engine.mastering;

import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.util.List;
import java.util.Optional;

/** A track of an album whose chain is set up to the width, and which waits for the album's gain. */
public final class ShapedTrack {
    private final AlbumTrack track;
    private final MasteringPlan plan;
    private final Optional<Shaped> shaped;
    private final List<String> notes;

    /** @param shaped nothing where the plan changes nothing */
    ShapedTrack(AlbumTrack track, MasteringPlan plan, Optional<Shaped> shaped, List<String> notes) {
        this.track = track;
        this.plan = plan;
        this.shaped = shaped;
        this.notes = List.copyOf(notes);
    }

    /** With the loudness moved by what the album's gain differs from the plan's. */
    ShapedTrack moved(double byDb, String words) {
        MasteringPlan moved = plan.withLoudness(plan.value("loudness") + byDb, words);
        return new ShapedTrack(track, moved, shaped, notes);
    }

    /** Where its true peak would come to at its loudness without the limiter, dBTP. */
    double foretoldPeakDbtp() {
        Meters reached = shaped.orElseThrow().reached();
        double gain =
                Double.isInfinite(reached.integratedLufs()) ? 0 : plan.value("loudness") - reached.integratedLufs();
        return reached.truePeakDbtp() + gain;
    }

    /** What is to be done to it. */
    public MasteringPlan plan() {
        return plan;
    }

    public AlbumTrack track() {
        return track;
    }

    Optional<Shaped> shaped() {
        return shaped;
    }

    List<String> notes() {
        return notes;
    }
}
