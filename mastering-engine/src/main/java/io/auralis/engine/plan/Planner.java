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
import org.jspecify.annotations.Nullable;

/** Decides what is done to a track: the base model's part, the listener's part, their sum within its legal range. */
public final class Planner {
    private static final double DECIMALS = 1e4;

    private final BaseModel model;
    private final PersonalTaste taste;
    private final double amount;

    /**
     * @param amount how much of the way from the track as it is to the plan is gone, 0 to 1; 0 changes nothing
     */
    public Planner(BaseModel model, PersonalTaste taste, double amount) {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("amount must be 0 to 1 but is " + amount);
        }
        this.model = model;
        this.taste = taste;
        this.amount = amount;
    }

    /**
     * @param detection by the same model
     * @param fingerprint of the track; its width is the track's own
     * @param before the track's meters
     * @throws IllegalArgumentException if the detection is by another model
     */
    public MasteringPlan plan(Detection detection, Fingerprint fingerprint, Meters before) {
        if (amount == 0) {
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
            parameters.add(parameter(
                    band.parameterName(), base, 0, personal.get(band.taste()), "dB", LegalRange.TONE, source));
        }
        parameters.add(parameter(
                "punch",
                WeightedProfile.mean(profiles, MasteringParameters::crestTargetDb),
                before.crestDb(),
                personal.get(TasteDimension.PUNCH),
                "dB",
                LegalRange.PUNCH,
                source));
        WidthBase width = WidthBase.of(profiles, ownWidth);
        parameters.add(parameter(
                "width",
                width.value(),
                ownWidth,
                personal.get(TasteDimension.WIDTH),
                "",
                LegalRange.width(ownWidth),
                source + "; " + width.words()));
        parameters.add(parameter(
                "loudness",
                WeightedProfile.mean(profiles, MasteringParameters::loudnessTargetLufs),
                before.integratedLufs(),
                personal.get(TasteDimension.LOUDNESS),
                "LUFS",
                LegalRange.LOUDNESS,
                source));
        double ceiling = WeightedProfile.mean(profiles, MasteringParameters::ceilingDbtp);
        parameters.add(parameter("ceiling", ceiling, ceiling, null, "dBTP", LegalRange.CEILING, source));
        return new MasteringPlan(parameters);
    }

    /**
     * @param own where the track itself stands, for the amount
     * @param personal the listener's part, or null
     */
    private PlannedParameter parameter(
            String name,
            double base,
            double own,
            @Nullable PersonalPart personal,
            String unit,
            LegalRange range,
            String source) {
        double delta = personal == null ? 0 : personal.delta();
        StringBuilder reason = new StringBuilder(source);
        if (personal != null && delta != 0) {
            reason.append("; your taste ")
                    .append(Words.signed(delta))
                    .append(": ")
                    .append(personal.reason());
        }
        double wanted = rounded(base) + delta;
        if (amount < 1 && Double.isFinite(own)) {
            wanted = own + amount * (wanted - own);
            reason.append("; ").append(Words.number(amount * 100)).append(" % of the way, as asked");
        }
        reason.append(range.words(wanted, unit));
        return new PlannedParameter(name, rounded(base), delta, rounded(range.keep(wanted)), unit, reason.toString());
    }

    /** Far finer than is heard, and without the digits of a sum of doubles. Infinity (a silent track's level) is kept. */
    private static double rounded(double value) {
        return Double.isInfinite(value) ? value : Math.rint(value * DECIMALS) / DECIMALS;
    }
}
