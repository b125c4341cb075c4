package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.meter.Meters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what is done to a track: the base model's part, the listener's part, their sum within its legal range. */
public final class Planner {
    private final BaseModel model;
    private final PersonalTaste taste;
    private final Wishes wishes;

    /** @param wishes what is asked beyond the model and the taste */
    public Planner(BaseModel model, PersonalTaste taste, Wishes wishes) {
        this.model = model;
        this.taste = taste;
        this.wishes = wishes;
    }

    /**
     * @param detection by the same model
     * @param fingerprint of the track; its width is the track's own
     * @param before the track's meters
     * @throws IllegalArgumentException if the detection is by another model
     */
    public MasteringPlan plan(Detection detection, Fingerprint fingerprint, Meters before) {
        Set<Aspect> untouched = wishes.untouched();
        if (untouched.size() == Aspect.values().length) {
            return MasteringPlan.identity(fingerprint, before, "nothing is changed, as asked");
        }
        List<WeightedProfile> profiles = WeightedProfile.of(model, detection);
        String source = WeightedProfile.words(profiles, detection);
        Map<TasteDimension, PersonalPart> personal = taste.partsFor(detection.type());
        double ownWidth = fingerprint.has(FingerprintDimension.STEREO_WIDTH)
                ? fingerprint.value(FingerprintDimension.STEREO_WIDTH)
                : 0;

        List<PlannedParameter> parameters = new ArrayList<>();
        for (ToneBand band : ToneBand.values()) {
            double base = WeightedProfile.mean(profiles, one -> band.gainDb(one.toneDb()));
            parameters.add(new Decision(band.parameterName(), "dB", LegalRange.TONE, base, source)
                    .with(personal.get(band.taste()))
                    .by(wishes, Aspect.TONE, 0));
        }
        double crest = WeightedProfile.mean(profiles, MasteringParameters::crestTargetDb);
        parameters.add(new Decision("punch", "dB", LegalRange.PUNCH, crest, source)
                .with(personal.get(TasteDimension.PUNCH))
                .by(wishes, Aspect.DYNAMICS, before.crestDb()));
        WidthBase width = WidthBase.of(profiles, ownWidth);
        parameters.add(
                new Decision("width", "", LegalRange.width(ownWidth), width.value(), source + "; " + width.words())
                        .with(personal.get(TasteDimension.WIDTH))
                        .by(wishes, Aspect.WIDTH, ownWidth));
        parameters.add(loudness(profiles, source, personal.get(TasteDimension.LOUDNESS), before.integratedLufs()));
        parameters.add(ceiling(profiles, source));
        return new MasteringPlan(parameters, untouched);
    }

    private PlannedParameter loudness(
            List<WeightedProfile> profiles, String source, @Nullable PersonalPart personal, double own) {
        if (wishes.loudnessLufs().isPresent()) {
            return Decision.wished("loudness", "LUFS", wishes.loudnessLufs().get(), source);
        }
        double base = WeightedProfile.mean(profiles, MasteringParameters::loudnessTargetLufs);
        return new Decision("loudness", "LUFS", LegalRange.LOUDNESS, base, source)
                .with(personal)
                .by(wishes, Aspect.LOUDNESS, own);
    }

    private PlannedParameter ceiling(List<WeightedProfile> profiles, String source) {
        if (wishes.ceilingDbtp().isPresent()) {
            return Decision.wished("ceiling", "dBTP", wishes.ceilingDbtp().get(), source);
        }
        double base = WeightedProfile.mean(profiles, MasteringParameters::ceilingDbtp);
        return new Decision("ceiling", "dBTP", LegalRange.CEILING, base, source).made();
    }
}
