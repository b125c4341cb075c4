package io.auralis.agent.personal;

import io.auralis.agent.feedback.Rating;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a listener with his gear and hearing starts, by the base model's priors for what he listens to. */
final class Starts {
    private final BaseModel model;
    private final GearClass gear;
    private final HearingClass hearing;

    /** How many ratings of a type were of tracks of which recording profile. */
    private final Map<RecordingType, TreeMap<String, Long>> heard;

    Starts(BaseModel model, GearClass gear, HearingClass hearing, List<Rating> ratings) {
        this.model = model;
        this.gear = gear;
        this.hearing = hearing;
        this.heard = ratings.stream()
                .collect(Collectors.groupingBy(
                        Rating::type,
                        TreeMap::new,
                        Collectors.groupingBy(Rating::profile, TreeMap::new, Collectors.counting())));
    }

    /** The prior of the recording profile that most of his tracks of a type matched. */
    double of(RecordingType type, TasteDimension dimension) {
        return mainProfile(type)
                .map(main -> main.prior(gear, hearing, dimension))
                .orElse(0.0);
    }

    /** The mean prior over his ratings' recording profiles. */
    double ofAllTypes(TasteDimension dimension) {
        double priors = 0;
        long counted = 0;
        for (Map<String, Long> counts : heard.values()) {
            for (Map.Entry<String, Long> count : counts.entrySet()) {
                Optional<RecordingProfile> recording = model.profile(count.getKey());
                if (recording.isPresent()) {
                    priors += count.getValue() * recording.get().prior(gear, hearing, dimension);
                    counted += count.getValue();
                }
            }
        }
        return counted == 0 ? 0 : priors / counted;
    }

    Optional<RecordingProfile> mainProfile(RecordingType type) {
        return heard.getOrDefault(type, new TreeMap<>()).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .flatMap(entry -> model.profile(entry.getKey()))
                .or(() -> model.profiles().stream()
                        .filter(recording -> recording.family() == type)
                        .findFirst());
    }
}
