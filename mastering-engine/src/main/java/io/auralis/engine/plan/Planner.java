package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.match.MatchCurve;
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

    /** The plan without a reference. */
    public MasteringPlan plan(Detection detection, Fingerprint fingerprint, Meters before) {
        return plan(detection, fingerprint, before, null);
    }

    /**
     * @param detection by the same model
     * @param fingerprint of the track; its width is the track's own
     * @param before the track's meters
     * @param aim what stands in place of the model's tone, width and loudness, or null
     * @throws IllegalArgumentException if the detection is by another model
     */
    public MasteringPlan plan(Detection detection, Fingerprint fingerprint, Meters before, @Nullable ReferenceAim aim) {
        Set<Aspect> untouched = wishes.untouched();
        if (untouched.size() == Aspect.values().length) {
            return MasteringPlan.identity(fingerprint, before, "nothing is changed, as asked");
        }
        BaseParts parts = new BaseParts(WeightedProfile.of(model, detection), detection, aim);
        Map<TasteDimension, PersonalPart> personal = taste.partsFor(detection.type());
        double ownWidth = fingerprint.has(FingerprintDimension.STEREO_WIDTH)
                ? fingerprint.value(FingerprintDimension.STEREO_WIDTH)
                : 0;

        List<PlannedParameter> parameters = new ArrayList<>();
        for (ToneBand band : ToneBand.values()) {
            parameters.add(parts.tone(band).with(personal.get(band.taste())).by(wishes, Aspect.TONE, 0));
        }
        parameters.add(
                parts.punch().with(personal.get(TasteDimension.PUNCH)).by(wishes, Aspect.DYNAMICS, before.crestDb()));
        parameters.add(
                parts.width(ownWidth).with(personal.get(TasteDimension.WIDTH)).by(wishes, Aspect.WIDTH, ownWidth));
        double ownLufs = before.integratedLufs();
        Decision loudness = parts.loudness(ownLufs);
        parameters.add(
                wishes.loudnessLufs().isPresent()
                        ? loudness.wished(wishes.loudnessLufs().get())
                        : loudness.with(personal.get(TasteDimension.LOUDNESS)).by(wishes, Aspect.LOUDNESS, ownLufs));
        parameters.add(parts.ceiling(wishes.ceilingDbtp()));
        MatchCurve match = aim == null || untouched.contains(Aspect.TONE)
                ? null
                : aim.curve().scaled(wishes.amount(Aspect.TONE));
        return new MasteringPlan(parameters, untouched, match);
    }
}
