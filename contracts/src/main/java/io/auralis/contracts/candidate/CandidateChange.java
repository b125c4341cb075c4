package io.auralis.contracts.candidate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;

/** What a candidate would change. Sealed, so that whoever composes a model has an answer to each kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CandidateChange.ParameterStep.class, name = "parameter-step"),
    @JsonSubTypes.Type(value = CandidateChange.GearPriorStep.class, name = "gear-prior-step"),
    @JsonSubTypes.Type(value = CandidateChange.NewProfile.class, name = "new-profile")
})
public sealed interface CandidateChange {

    /**
     * Moves one mastering parameter of every profile of a recording type: what listeners with neutral gear ask for is
     * asked of the model itself.
     *
     * @param recordingType the profiles' family, never UNKNOWN
     * @param dimension the parameter
     * @param step in the dimension's unit, on its grid, not zero
     */
    record ParameterStep(RecordingType recordingType, TasteDimension dimension, double step)
            implements CandidateChange {
        public ParameterStep {
            requireStep(recordingType, dimension, step);
        }
    }

    /**
     * Moves where listeners with one class of colouring gear start.
     *
     * @param recordingType the profiles' family, never UNKNOWN
     * @param gearClass the gear
     * @param dimension what of it
     * @param step in the dimension's unit, on its grid, not zero
     */
    record GearPriorStep(RecordingType recordingType, GearClass gearClass, TasteDimension dimension, double step)
            implements CandidateChange {
        public GearPriorStep {
            requireStep(recordingType, dimension, step);
            if (gearClass == null || gearClass.isNeutral()) {
                throw new IllegalArgumentException("a gear prior step needs a gear class that is not neutral");
            }
        }
    }

    /** Adds a recording profile for a dense region of tracks that no profile covers. */
    record NewProfile(RecordingProfile profile) implements CandidateChange {
        public NewProfile {
            if (profile == null) {
                throw new IllegalArgumentException("a new-profile candidate needs its profile");
            }
        }
    }

    private static void requireStep(RecordingType type, TasteDimension dimension, double step) {
        if (type == null || type == RecordingType.UNKNOWN || dimension == null) {
            throw new IllegalArgumentException("a step needs a recording type other than UNKNOWN and a dimension");
        }
        int steps = dimension.toSteps(step);
        if (steps == 0 || Math.abs(dimension.fromSteps(steps) - step) > 1e-9) {
            throw new IllegalArgumentException(
                    "a step of " + dimension.key() + " must be a non-zero multiple of " + dimension.grid());
        }
    }
}
