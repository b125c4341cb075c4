package io.auralis.agent.signature;

import io.auralis.agent.library.PackedFingerprints;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.detection.ProfileScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A collection's signature beside a base model: what the features that the model looks at are like over all tracks, how
 * far that is from each profile, and where the tracks lie densest.
 *
 * @param tracks how many
 * @param types tracks per recording type, UNKNOWN among them
 * @param features each feature that the model uses, over all tracks
 * @param profiles the collection beside every profile, the nearest first
 * @param cluster the largest dense cluster; empty where no region is denser than the rest
 */
public record Characterization(
        int tracks,
        Map<RecordingType, Integer> types,
        List<Spread> features,
        List<ProfileFit> profiles,
        Optional<Cluster> cluster) {

    /** Below so many tracks a standard deviation says little. */
    public static final int FEWEST_TRACKS = 15;

    /**
     * Where the tracks lie densest.
     *
     * @param tracks how many
     * @param types of them per recording type: whether the model knows them already
     * @param nearest the profile that most nearly fits its tracks
     * @param features each feature over its tracks
     * @param deviations so many standard deviations on each side of the mean hold 98 % of its tracks in every feature at
     *     once; at least 2
     * @param covered share of its tracks inside all ranges, 0..1
     */
    public record Cluster(
            int tracks,
            Map<RecordingType, Integer> types,
            String nearest,
            List<Spread> features,
            double deviations,
            double covered) {
        public Cluster {
            types = Map.copyOf(types);
            features = List.copyOf(features);
        }
    }

    public Characterization {
        types = Map.copyOf(types);
        features = List.copyOf(features);
        profiles = List.copyOf(profiles);
    }

    /** @throws IllegalArgumentException if there are fewer than {@value #FEWEST_TRACKS} tracks */
    public static Characterization of(PackedFingerprints tracks, BaseModel model) {
        if (tracks.size() < FEWEST_TRACKS) {
            throw new IllegalArgumentException(
                    "The library has " + tracks.size() + " tracks; a signature needs at least " + FEWEST_TRACKS
                            + ". Scan more music: auralis library scan FOLDER.");
        }
        List<FingerprintDimension> features = features(model);
        Detector detector = new Detector(model);
        List<Detection> detections = IntStream.range(0, tracks.size())
                .mapToObj(track -> light(detector.detect(tracks.fingerprint(track))))
                .toList();
        int[] all = IntStream.range(0, tracks.size()).toArray();
        return new Characterization(
                tracks.size(),
                types(detections, all),
                spreads(tracks, all, features),
                fits(tracks, all, model, detections),
                DenseCluster.largest(tracks, features)
                        .map(found -> cluster(tracks, found, features, model, detections)));
    }

    /** Without the rules, which for 100,000 tracks would fill the memory. */
    private static Detection light(Detection full) {
        return new Detection(
                full.type(),
                full.family(),
                full.profile(),
                full.confidence(),
                full.threshold(),
                full.model(),
                full.scores().stream()
                        .map(score -> new ProfileScore(score.profile(), score.confidence(), List.of()))
                        .toList(),
                full.runnerUp(),
                full.margin());
    }

    /** What the model's rules look at, in canonical order. */
    static List<FingerprintDimension> features(BaseModel model) {
        Set<FingerprintDimension> used = EnumSet.noneOf(FingerprintDimension.class);
        model.profiles().forEach(profile -> profile.rules().forEach(rule -> used.add(rule.feature())));
        return List.copyOf(used);
    }

    private static List<Spread> spreads(PackedFingerprints tracks, int[] which, List<FingerprintDimension> features) {
        return features.stream()
                .map(feature -> Spread.of(feature, DenseCluster.values(tracks, which, feature)))
                .toList();
    }

    private static Map<RecordingType, Integer> types(List<Detection> detections, int[] which) {
        Map<RecordingType, Integer> types = new EnumMap<>(RecordingType.class);
        for (int track : which) {
            types.merge(detections.get(track).type(), 1, Integer::sum);
        }
        return types;
    }

    private static List<ProfileFit> fits(
            PackedFingerprints tracks, int[] which, BaseModel model, List<Detection> detections) {
        List<ProfileFit> fits = new ArrayList<>();
        for (RecordingProfile profile : model.profiles()) {
            double confidence = 0;
            int best = 0;
            int recognised = 0;
            for (int track : which) {
                Detection detection = detections.get(track);
                confidence += confidence(detection, profile.id());
                if (detection.profile().equals(profile.id())) {
                    best++;
                    recognised += detection.type() == RecordingType.UNKNOWN ? 0 : 1;
                }
            }
            fits.add(new ProfileFit(
                    profile.id(),
                    profile.family(),
                    confidence / which.length,
                    (double) best / which.length,
                    (double) recognised / which.length,
                    ProfileFit.rules(tracks, which, profile)));
        }
        fits.sort(Comparator.comparingDouble(ProfileFit::confidence).reversed());
        return fits;
    }

    private static double confidence(Detection detection, String profile) {
        return detection.scores().stream()
                .filter(score -> score.profile().equals(profile))
                .mapToDouble(ProfileScore::confidence)
                .findFirst()
                .orElse(0);
    }

    private static Cluster cluster(
            PackedFingerprints tracks,
            int[] members,
            List<FingerprintDimension> features,
            BaseModel model,
            List<Detection> detections) {
        List<Spread> spreads = spreads(tracks, members, features);
        Coverage coverage = Coverage.of(tracks, members, spreads);
        Map<String, Double> confidence = new HashMap<>();
        for (int track : members) {
            detections
                    .get(track)
                    .scores()
                    .forEach(score -> confidence.merge(score.profile(), score.confidence(), Double::sum));
        }
        String nearest = model.profiles().stream()
                .map(RecordingProfile::id)
                .max(Comparator.comparingDouble(id -> confidence.getOrDefault(id, 0.0)))
                .orElseThrow();
        return new Cluster(
                members.length,
                types(detections, members),
                nearest,
                spreads,
                coverage.deviations(),
                coverage.covered());
    }
}
