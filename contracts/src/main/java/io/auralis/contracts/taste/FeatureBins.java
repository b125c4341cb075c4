package io.auralis.contracts.taste;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.Arrays;
import java.util.List;

/**
 * The coarse bins in which a report counts tracks per detection feature. The inner edges are fixed for
 * {@code taste-report/1}: n edges give n+1 bins, the outer two open.
 */
public enum FeatureBins {
    SPECTRAL_CENTROID(
            FingerprintDimension.SPECTRAL_CENTROID, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 5000, 6000),
    BASS_MID_RATIO(FingerprintDimension.BASS_MID_RATIO, -6, -3, 0, 3, 6, 9, 12, 15),
    STEREO_WIDTH(FingerprintDimension.STEREO_WIDTH, 0.04, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4),
    CREST_DB(FingerprintDimension.CREST_DB, 6, 8, 10, 12, 14, 16, 18, 20);

    private final FingerprintDimension feature;
    private final double[] edges;

    FeatureBins(FingerprintDimension feature, double... edges) {
        this.feature = feature;
        this.edges = edges;
    }

    public FingerprintDimension feature() {
        return feature;
    }

    public int count() {
        return edges.length + 1;
    }

    /** The inner edges, ascending, in the feature's unit. */
    public List<Double> edges() {
        return Arrays.stream(edges).boxed().toList();
    }

    /** The bin of a value, 0 to {@link #count()} - 1; an edge belongs to the bin above it. */
    public int bin(double value) {
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return bin;
    }
}
