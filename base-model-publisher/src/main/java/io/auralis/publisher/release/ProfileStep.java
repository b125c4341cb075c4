package io.auralis.publisher.release;

import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.StereoStrategy;
import io.auralis.contracts.basemodel.ToneDb;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.publisher.wording.CandidateWording;
import io.auralis.publisher.wording.Figures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One step applied to one profile.
 *
 * @param profile after the step
 * @param words what moved from where to where
 */
record ProfileStep(RecordingProfile profile, String words) {

    /** Moves the profile's mastering parameter; a step beyond the legal range ends at its edge, and the words say so. */
    static ProfileStep ofParameter(RecordingProfile profile, TasteDimension dimension, double step) {
        MasteringParameters parameters = profile.parameters();
        if (dimension == TasteDimension.WIDTH && parameters.stereoStrategy() == StereoStrategy.MAINTAIN) {
            return ofUnusedWidth(profile, step);
        }
        double from = value(parameters, dimension);
        double wanted = Figures.sum(from, step);
        double to = LegalRange.ofParameter(dimension).hold(wanted);
        return new ProfileStep(
                profile.withParameters(with(parameters, dimension, to)),
                profile.id() + " " + moved(from, to, wanted, unit(dimension)));
    }

    /** Moves where listeners with this gear start. */
    static ProfileStep ofPrior(RecordingProfile profile, GearClass gear, TasteDimension dimension, double step) {
        double from = profile.gearPriors().getOrDefault(gear, Map.of()).getOrDefault(dimension, 0.0);
        double wanted = Figures.sum(from, step);
        double to = LegalRange.ofPrior(dimension).hold(wanted);
        return new ProfileStep(
                profile.withGearPriors(with(profile.gearPriors(), gear, dimension, to)),
                profile.id() + " " + moved(from, to, wanted, dimension.unit()));
    }

    /**
     * A profile that keeps each track's own width has no target in use: moving it would change nothing anyone hears. The
     * step goes where listeners with neutral gear start instead.
     */
    private static ProfileStep ofUnusedWidth(RecordingProfile profile, double step) {
        RecordingProfile moved = profile;
        List<String> words = Stream.of(GearClass.values())
                .filter(GearClass::isNeutral)
                .map(CandidateWording::gear)
                .toList();
        String figures = "";
        for (GearClass gear : GearClass.values()) {
            if (gear.isNeutral()) {
                ProfileStep stepped = ofPrior(moved, gear, TasteDimension.WIDTH, step);
                moved = stepped.profile();
                figures = stepped.words().substring(profile.id().length() + 1);
            }
        }
        return new ProfileStep(
                moved,
                profile.id() + " keeps each track's own width, so the start for " + String.join(" and ", words)
                        + " moves instead, " + figures);
    }

    private static double value(MasteringParameters parameters, TasteDimension dimension) {
        ToneDb tone = parameters.toneDb();
        return switch (dimension) {
            case BASS -> tone.bass();
            case LOW_MID -> tone.lowMid();
            case MID -> tone.mid();
            case TREBLE -> tone.treble();
            case AIR -> tone.air();
            case WIDTH -> parameters.stereoWidthTarget();
            case LOUDNESS -> parameters.loudnessTargetLufs();
            case PUNCH -> parameters.crestTargetDb();
        };
    }

    private static MasteringParameters with(MasteringParameters from, TasteDimension dimension, double value) {
        ToneDb tone = from.toneDb();
        return switch (dimension) {
            case BASS -> with(from, new ToneDb(value, tone.lowMid(), tone.mid(), tone.treble(), tone.air()));
            case LOW_MID -> with(from, new ToneDb(tone.bass(), value, tone.mid(), tone.treble(), tone.air()));
            case MID -> with(from, new ToneDb(tone.bass(), tone.lowMid(), value, tone.treble(), tone.air()));
            case TREBLE -> with(from, new ToneDb(tone.bass(), tone.lowMid(), tone.mid(), value, tone.air()));
            case AIR -> with(from, new ToneDb(tone.bass(), tone.lowMid(), tone.mid(), tone.treble(), value));
            case WIDTH -> with(from, value, from.crestTargetDb(), from.loudnessTargetLufs());
            case LOUDNESS -> with(from, from.stereoWidthTarget(), from.crestTargetDb(), value);
            // More punch is more peak over RMS: +1 dB of punch is +1 dB of crest target.
            case PUNCH -> with(from, from.stereoWidthTarget(), value, from.loudnessTargetLufs());
        };
    }

    private static MasteringParameters with(MasteringParameters from, ToneDb tone) {
        return new MasteringParameters(
                tone,
                from.stereoWidthTarget(),
                from.stereoStrategy(),
                from.crestTargetDb(),
                from.loudnessTargetLufs(),
                from.ceilingDbtp());
    }

    private static MasteringParameters with(MasteringParameters from, double width, double crestDb, double lufs) {
        return new MasteringParameters(from.toneDb(), width, from.stereoStrategy(), crestDb, lufs, from.ceilingDbtp());
    }

    private static Map<GearClass, Map<TasteDimension, Double>> with(
            Map<GearClass, Map<TasteDimension, Double>> priors,
            GearClass gear,
            TasteDimension dimension,
            double value) {
        Map<GearClass, Map<TasteDimension, Double>> changed = new EnumMap<>(GearClass.class);
        changed.putAll(priors);
        Map<TasteDimension, Double> ofGear = new EnumMap<>(TasteDimension.class);
        ofGear.putAll(priors.getOrDefault(gear, Map.of()));
        ofGear.put(dimension, value);
        changed.put(gear, ofGear);
        return changed;
    }

    private static String unit(TasteDimension dimension) {
        return dimension == TasteDimension.LOUDNESS ? "LUFS" : dimension.unit();
    }

    private static String moved(double from, double to, double wanted, String unit) {
        String words = "from " + Figures.plain(from) + " to " + Figures.with(Figures.plain(to), unit);
        return to == wanted ? words : words + " (the limit)";
    }
}
