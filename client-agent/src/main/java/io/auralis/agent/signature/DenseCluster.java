package io.auralis.agent.signature;

import io.auralis.agent.library.PackedFingerprints;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.clustering.Cluster;
import org.hipparchus.clustering.DBSCANClusterer;
import org.hipparchus.clustering.DoublePoint;

/**
 * Finds where the tracks of a collection lie densest: DBSCAN (Ester et al., KDD 1996) over some features, each scaled by
 * the collection's own robust spread, its radius from the distances to the k-th neighbour (Sander et al. 1998). The tails
 * that a density threshold cuts off are taken back by one reweighting step, as the MCD estimator does (Rousseeuw and Van
 * Driessen 1999): every track within the 99 % quantile of the core belongs to the cluster.
 */
final class DenseCluster {
    /** The k of the k-th neighbour: twice the features, the usual choice, for the four that the models look at. */
    private static final int NEIGHBOURS = 8;

    /** Times the median distance to the k-th neighbour: in a normal cluster nearly every track lies as close as that. */
    private static final double RADIUS = 2.5;

    /** Comparing all with all grows with the square; a sample of this many shows the same density. */
    private static final int MOST_COMPARED = 3_000;

    /** Where a cluster is nearly a point, its edge is as wide as nobody hears: of the typical range. */
    private static final double SMALLEST_SPREAD = 0.002;

    private static final int ROUNDS = 10;

    private DenseCluster() {}

    /** A point that knows its track. */
    private static final class Track extends DoublePoint {
        private static final long serialVersionUID = 1L;
        private final int index;

        Track(int index, double[] point) {
            super(point);
            this.index = index;
        }
    }

    /**
     * The largest dense cluster.
     *
     * @return indexes of its tracks, ascending; empty where no region is denser than the rest
     */
    static Optional<int[]> largest(PackedFingerprints tracks, List<FingerprintDimension> features) {
        if (tracks.size() <= NEIGHBOURS) {
            return Optional.empty();
        }
        List<Track> points = points(tracks, features);
        DBSCANClusterer<Track> clusterer = new DBSCANClusterer<>(radius(points), NEIGHBOURS - 1);
        return clusterer.cluster(points).stream()
                .max(Comparator.comparingInt(
                        (Cluster<Track> one) -> one.getPoints().size()))
                .map(core -> reweighted(
                        tracks,
                        features,
                        core.getPoints().stream().mapToInt(track -> track.index).toArray()));
    }

    private static List<Track> points(PackedFingerprints tracks, List<FingerprintDimension> features) {
        RobustScale[] scales = features.stream()
                .map(feature -> RobustScale.of(values(tracks, all(tracks.size()), feature)))
                .toArray(RobustScale[]::new);
        int step = Math.max(1, (tracks.size() + MOST_COMPARED - 1) / MOST_COMPARED);
        List<Track> points = new ArrayList<>();
        for (int track = 0; track < tracks.size(); track += step) {
            double[] point = new double[features.size()];
            for (int i = 0; i < point.length; i++) {
                double spread = Math.max(scales[i].deviation(), smallest(features.get(i)));
                point[i] = (tracks.value(track, features.get(i)) - scales[i].median()) / spread;
            }
            points.add(new Track(track, point));
        }
        return points;
    }

    private static double radius(List<Track> points) {
        double[] kth = new double[points.size()];
        double[] distances = new double[points.size()];
        for (int i = 0; i < kth.length; i++) {
            double[] here = points.get(i).getPoint();
            for (int j = 0; j < distances.length; j++) {
                distances[j] = distance(here, points.get(j).getPoint());
            }
            Arrays.sort(distances);
            // The nearest of all is the point itself.
            kth[i] = distances[Math.min(NEIGHBOURS, distances.length - 1)];
        }
        return Math.max(RADIUS * RobustScale.median(kth), 1e-9);
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    private static int[] reweighted(PackedFingerprints tracks, List<FingerprintDimension> features, int[] core) {
        int[] members = core;
        for (int round = 0; round < ROUNDS; round++) {
            int[] before = members;
            RobustScale[] scales = features.stream()
                    .map(feature -> RobustScale.of(values(tracks, before, feature)))
                    .toArray(RobustScale[]::new);
            members = Arrays.stream(all(tracks.size()))
                    .filter(track -> squaredDistance(tracks, track, features, scales) <= quantile(features.size()))
                    .toArray();
            if (members.length == 0 || Arrays.equals(members, before)) {
                return before;
            }
        }
        return members;
    }

    private static double squaredDistance(
            PackedFingerprints tracks, int track, List<FingerprintDimension> features, RobustScale[] scales) {
        double squares = 0;
        for (int i = 0; i < scales.length; i++) {
            double spread = Math.max(scales[i].deviation(), smallest(features.get(i)));
            double score = (tracks.value(track, features.get(i)) - scales[i].median()) / spread;
            squares += score * score;
        }
        return squares;
    }

    /** The 99 % quantile of chi squared, by Wilson and Hilferty 1931; within 1 % of the exact value from 2 features on. */
    private static double quantile(int features) {
        double part = 2.0 / (9 * features);
        return features * Math.pow(1 - part + 2.3263 * Math.sqrt(part), 3);
    }

    private static double smallest(FingerprintDimension feature) {
        return SMALLEST_SPREAD * (feature.typicalHigh() - feature.typicalLow());
    }

    private static int[] all(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return all;
    }

    static double[] values(PackedFingerprints tracks, int[] which, FingerprintDimension feature) {
        return Arrays.stream(which)
                .mapToDouble(track -> tracks.value(track, feature))
                .toArray();
    }
}
