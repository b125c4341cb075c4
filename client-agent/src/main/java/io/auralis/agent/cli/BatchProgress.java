package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchItem;
import io.auralis.engine.audio.Progress;
import java.util.HashMap;
import java.util.Map;

/** One progress over all tracks of a batch, which are worked on at the same time. */
final class BatchProgress {
    /** Where a stage of one track begins, of the whole; a stage that comes again does not go back. */
    private static final Map<String, Double> STAGES =
            Map.of("listening", 0.0, "probing", 0.3, "measuring", 0.4, "writing", 0.5, "checking", 0.9);

    private static final Map<String, Double> LENGTHS =
            Map.of("listening", 0.3, "probing", 0.1, "measuring", 0.1, "writing", 0.4, "checking", 0.1);

    private final Progress whole;
    private final int tracks;
    private final Map<BatchItem, Progress> ofTracks = new HashMap<>();
    private double done;
    private int finished;

    BatchProgress(Progress whole, int tracks) {
        this.whole = whole;
        this.tracks = tracks;
    }

    /** The progress of one track, for one thread at a time; an album comes back to each. */
    synchronized Progress of(BatchItem item) {
        return ofTracks.computeIfAbsent(item, one -> ofOne());
    }

    private Progress ofOne() {
        return new Progress() {
            private double reached;

            @Override
            public void report(String stage, double fraction) {
                double here = STAGES.getOrDefault(stage, 0.0)
                        + LENGTHS.getOrDefault(stage, 0.0) * Math.max(0, Math.min(1, fraction));
                if (here > reached) {
                    forward(here - reached);
                    reached = here;
                }
            }
        };
    }

    private synchronized void forward(double by) {
        done += by;
        tell();
    }

    /** A track is finished, however it ended. */
    synchronized void finished() {
        finished++;
        tell();
    }

    private void tell() {
        whole.report(finished + " of " + tracks, Math.max(finished, Math.min(done, tracks)) / tracks);
    }
}
