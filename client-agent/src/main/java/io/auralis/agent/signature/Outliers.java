package io.auralis.agent.signature;

import io.auralis.agent.library.PackedFingerprints;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tracks that stand apart from the collection, and by what. A dimension's score is its distance from the collection's
 * median in robust deviations; from {@value #STANDS_APART} on it is an outlier by that dimension (Iglewicz and Hoaglin
 * 1993). A track's distance is the root of its mean squared scores, each counted up to {@value #CAP}, so that one wild
 * figure does not outweigh a track that is strange in many ways.
 */
public final class Outliers {
    public static final double STANDS_APART = 3.5;
    private static final double CAP = 20;

    /** With fewer tracks there is no collection to stand apart from. */
    private static final int FEWEST = 8;

    /** Of a typical range: a collection that hardly varies in a dimension does not make strays of what nobody hears. */
    private static final double SMALLEST_SPREAD = 0.01;

    private Outliers() {}

    /**
     * One dimension that makes a track an outlier.
     *
     * @param value the track's
     * @param median the collection's
     * @param score how many robust deviations above it, or below it where negative
     */
    public record By(FingerprintDimension dimension, double value, double median, double score) {}

    /**
     * One track.
     *
     * @param id within the store
     * @param distance root of its mean squared scores; about 1 for a usual track
     * @param by the dimensions that make it one, the farthest first
     */
    public record Outlier(long id, double distance, List<By> by) {
        public Outlier {
            by = List.copyOf(by);
        }
    }

    /** The outliers, the farthest first, at most so many. */
    public static List<Outlier> of(PackedFingerprints tracks, int count) {
        if (tracks.size() < FEWEST) {
            return List.of();
        }
        FingerprintDimension[] dimensions = FingerprintDimension.values();
        RobustScale[] scales = new RobustScale[dimensions.length];
        for (FingerprintDimension dimension : dimensions) {
            double[] values = new double[tracks.size()];
            for (int track = 0; track < values.length; track++) {
                values[track] = tracks.value(track, dimension);
            }
            RobustScale scale = RobustScale.of(values);
            double least = SMALLEST_SPREAD * (dimension.typicalHigh() - dimension.typicalLow());
            scales[dimension.ordinal()] = new RobustScale(scale.median(), Math.max(scale.deviation(), least));
        }
        List<Outlier> all = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track++) {
            Outlier outlier = outlier(tracks, track, scales);
            if (!outlier.by().isEmpty()) {
                all.add(outlier);
            }
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(Outlier::distance).reversed())
                .limit(count)
                .toList();
    }

    private static Outlier outlier(PackedFingerprints tracks, int track, RobustScale[] scales) {
        List<By> by = new ArrayList<>();
        double squares = 0;
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            RobustScale scale = scales[dimension.ordinal()];
            double value = tracks.value(track, dimension);
            double score = (value - scale.median()) / scale.deviation();
            squares += Math.min(score * score, CAP * CAP);
            if (Math.abs(score) >= STANDS_APART) {
                by.add(new By(dimension, value, scale.median(), score));
            }
        }
        by.sort(Comparator.comparingDouble((By one) -> Math.abs(one.score())).reversed());
        return new Outlier(tracks.id(track), Math.sqrt(squares / scales.length), by);
    }
}
