package io.auralis.agent.personal;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.StereoStrategy;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Optional;

/** What a change of base model does to a personal part: as much as the base part gained, the personal part gives back. */
final class Rebase {
    private Rebase() {}

    /**
     * What is added to a personal part so that base plus personal stays the same.
     *
     * @param profile the recording profile whose parameter is compared; 0 if either model lacks it
     */
    static double shift(BaseModel from, BaseModel to, String profile, TasteDimension dimension) {
        Optional<RecordingProfile> before = from.profile(profile);
        Optional<RecordingProfile> after = to.profile(profile);
        if (before.isEmpty() || after.isEmpty()) {
            return 0;
        }
        MasteringParameters old = before.get().parameters();
        MasteringParameters now = after.get().parameters();
        if (dimension == TasteDimension.WIDTH
                && (old.stereoStrategy() != now.stereoStrategy() || now.stereoStrategy() == StereoStrategy.MAINTAIN)) {
            // Where a track's own width is kept, the base part is the track's, and no parameter moved it.
            return 0;
        }
        return tidy(parameter(old, dimension) - parameter(now, dimension));
    }

    private static double parameter(MasteringParameters parameters, TasteDimension dimension) {
        return switch (dimension) {
            case BASS -> parameters.toneDb().bass();
            case LOW_MID -> parameters.toneDb().lowMid();
            case MID -> parameters.toneDb().mid();
            case TREBLE -> parameters.toneDb().treble();
            case AIR -> parameters.toneDb().air();
            case WIDTH -> parameters.stereoWidthTarget();
            case LOUDNESS -> parameters.loudnessTargetLufs();
            case PUNCH -> parameters.crestTargetDb();
        };
    }

    /** Drops what binary fractions add, so that a change there and back ends at the very same number. */
    static double tidy(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }
}
