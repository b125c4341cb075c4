package io.auralis.engine.fingerprint;

import java.util.Arrays;

/**
 * Places beats by dynamic programming (Ellis 2007, "Beat tracking by dynamic programming", JNMR 36(1)): a beat gains
 * what the onset curve rises there and loses for the squared logarithm of its interval over the beat's.
 */
final class BeatTracker {
    /** How much keeping time counts against catching onsets; the paper's value is 400, librosa's 100. */
    private static final double TIGHTNESS = 100;
    /** Fewer beats show no regularity. */
    private static final int LEAST_BEATS = 3;

    private final double beatFrames;
    private final double[] scores;
    private final int[] formers;

    BeatTracker(OnsetCurve curve, double beatFrames) {
        this.beatFrames = beatFrames;
        this.scores = smoothed(curve);
        this.formers = new int[scores.length];
        Arrays.fill(formers, -1);
        trace();
    }

    /** One over one plus the variation of the intervals between beats, 0..1; 0 for fewer than three beats. */
    double stability() {
        RunningStatistics intervals = new RunningStatistics();
        for (int beat = last(); formers[beat] >= 0; beat = formers[beat]) {
            intervals.add(beat - formers[beat]);
        }
        return intervals.count() < LEAST_BEATS - 1 ? 0 : 1 / (1 + intervals.variation());
    }

    private void trace() {
        int nearest = Math.max(1, (int) Math.round(beatFrames / 2));
        int farthest = (int) Math.round(2 * beatFrames);
        double[] losses = new double[farthest + 1];
        for (int interval = nearest; interval <= farthest; interval++) {
            double logarithm = StrictMath.log(interval / beatFrames);
            losses[interval] = TIGHTNESS * logarithm * logarithm;
        }
        for (int frame = nearest; frame < scores.length; frame++) {
            double best = 0;
            for (int interval = nearest; interval <= Math.min(farthest, frame); interval++) {
                double score = scores[frame - interval] - losses[interval];
                if (score > best) {
                    best = score;
                    formers[frame] = frame - interval;
                }
            }
            scores[frame] += best;
        }
    }

    /** The best scored frame within the last two beats. */
    private int last() {
        int best = scores.length - 1;
        for (int frame = scores.length - 1; frame >= Math.max(0, scores.length - 2 * beatFrames); frame--) {
            if (scores[frame] > scores[best]) {
                best = frame;
            }
        }
        return best;
    }

    /** The curve over its deviation, smoothed by a bell of a thirty-second of a beat, so that near misses count too. */
    private double[] smoothed(OnsetCurve curve) {
        RunningStatistics statistics = new RunningStatistics();
        for (int frame = 0; frame < curve.frames(); frame++) {
            statistics.add(curve.rise(frame));
        }
        double width = beatFrames / 32;
        int reach = (int) Math.ceil(3 * width);
        double[] bell = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            bell[i] = StrictMath.exp(-0.5 * (i / width) * (i / width)) / statistics.deviation();
        }
        double[] smoothed = new double[curve.frames()];
        for (int frame = 0; frame < smoothed.length; frame++) {
            for (int other = Math.max(0, frame - reach);
                    other <= Math.min(smoothed.length - 1, frame + reach);
                    other++) {
                smoothed[frame] += bell[Math.abs(other - frame)] * curve.rise(other);
            }
        }
        return smoothed;
    }
}
