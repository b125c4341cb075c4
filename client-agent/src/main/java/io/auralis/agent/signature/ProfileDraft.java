package io.auralis.agent.signature;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.StereoStrategy;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.detection.Steepness;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Drafts a profile from a dense cluster: a rule per feature, its range the mean and as many standard deviations on each
 * side as the cluster needs, its fades wide enough that confidence stays steady, its points the more the narrower the
 * range is in the feature's typical range. What it asks of the chain is what the nearest profile does, with the cluster's
 * own width and crest kept: a draft recognises first, and masters no differently until ratings say how.
 */
final class ProfileDraft {
    /** The points of a hand-made profile that fits wholly (the seed's studio-hd-bright): sure, but not certain. */
    private static final double POINTS = 0.85;

    /** No feature counts for nothing. */
    private static final double FEWEST_POINTS = 0.1;

    /** A little more than the bound, so that rounding does not break it. */
    private static final double WIDER = 1.02;

    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private ProfileDraft() {}

    static RecordingProfile of(Characterization.Cluster cluster, BaseModel model, String id, int libraryTracks) {
        RecordingProfile nearest = model.profile(cluster.nearest()).orElseThrow();
        double[] points = points(cluster);
        List<EvidenceRule> rules = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            rules.add(rule(cluster.features().get(i), cluster.deviations(), points[i]));
        }
        return new RecordingProfile(
                id,
                nearest.family(),
                nearest.philosophy(),
                POINTS,
                rules,
                parameters(nearest.parameters(), cluster),
                Map.of(),
                Map.of(),
                String.format(
                        Locale.ROOT,
                        "Drafted from %d of %d tracks of a library: mean and %.2f standard deviations of the dense"
                                + " cluster; parameters of %s of base model %s.",
                        cluster.tracks(),
                        libraryTracks,
                        cluster.deviations(),
                        nearest.id(),
                        model.version()));
    }

    private static EvidenceRule rule(Spread spread, double deviations, double points) {
        FingerprintDimension feature = spread.feature();
        // A cluster that is a point in one feature still needs a range that two decodings of one song fall into.
        double deviation = Math.max(spread.deviation(), Steepness.move(feature) / 4);
        double from = spread.mean() - deviations * deviation;
        double to = spread.mean() + deviations * deviation;
        double fade = rounded(Math.max(deviation, WIDER * Steepness.narrowestFade(feature, points)));
        boolean atTheEnd = feature.typicalLow() == 0 && from < 0;
        return new EvidenceRule(feature, atTheEnd ? 0 : rounded(from), rounded(to), fade, fade, points);
    }

    /** In hundredths, {@value #POINTS} in all. */
    private static double[] points(Characterization.Cluster cluster) {
        int features = cluster.features().size();
        double[] narrowness = new double[features];
        double sum = 0;
        for (int i = 0; i < features; i++) {
            Spread spread = cluster.features().get(i);
            double range = spread.feature().typicalHigh() - spread.feature().typicalLow();
            double share = 2 * cluster.deviations() * spread.deviation() / range;
            narrowness[i] = Math.log(1 / Math.min(0.9, Math.max(0.01, share)));
            sum += narrowness[i];
        }
        double least = Math.min(FEWEST_POINTS, POINTS / features);
        int left = (int) Math.round(POINTS * 100);
        double[] points = new double[features];
        int largest = 0;
        for (int i = 0; i < features; i++) {
            double own = least + (POINTS - least * features) * narrowness[i] / sum;
            int hundredths = (int) Math.floor(own * 100);
            points[i] = hundredths / 100.0;
            left -= hundredths;
            largest = points[i] > points[largest] ? i : largest;
        }
        points[largest] = Math.round(points[largest] * 100 + left) / 100.0;
        return points;
    }

    private static MasteringParameters parameters(MasteringParameters nearest, Characterization.Cluster cluster) {
        double width = nearest.stereoWidthTarget();
        double crest = nearest.crestTargetDb();
        for (Spread spread : cluster.features()) {
            if (spread.feature() == FingerprintDimension.STEREO_WIDTH) {
                width = Math.max(0, Math.min(1, rounded(spread.mean())));
            }
            if (spread.feature() == FingerprintDimension.CREST_DB) {
                crest = Math.max(3, Math.min(30, rounded(spread.mean())));
            }
        }
        return new MasteringParameters(
                nearest.toneDb(),
                width,
                StereoStrategy.MAINTAIN,
                crest,
                nearest.loudnessTargetLufs(),
                nearest.ceilingDbtp());
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
