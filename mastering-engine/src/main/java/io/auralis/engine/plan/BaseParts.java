package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.engine.detection.Detection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each parameter starts from: what the base model asks of the track, or a reference in its place. */
final class BaseParts {
    private final List<WeightedProfile> profiles;
    private final String modelWords;
    private final @Nullable ReferenceAim aim;

    BaseParts(List<WeightedProfile> profiles, Detection detection, @Nullable ReferenceAim aim) {
        this.profiles = profiles;
        this.modelWords = WeightedProfile.words(profiles, detection);
        this.aim = aim;
    }

    /** With a reference, the curve's mean around the band. */
    Decision tone(ToneBand band) {
        if (aim != null) {
            double gain = aim.curve().aroundDb(band.centreHz());
            return new Decision(band.parameterName(), "dB", LegalRange.MATCHED_TONE, gain, aim.words());
        }
        double gain = WeightedProfile.mean(profiles, one -> band.gainDb(one.toneDb()));
        return new Decision(band.parameterName(), "dB", LegalRange.TONE, gain, modelWords);
    }

    /** A reference has no say in it: how hard it was worked on cannot be undone, only repeated. */
    Decision punch() {
        double crest = WeightedProfile.mean(profiles, MasteringParameters::crestTargetDb);
        return new Decision("punch", "dB", LegalRange.PUNCH, crest, modelWords);
    }

    /** @param own the track's */
    Decision width(double own) {
        LegalRange range = LegalRange.width(own);
        if (aim != null && own > 0) {
            return aim.width().isPresent()
                    ? new Decision("width", "", range, aim.from(own, aim.width().getAsDouble()), aim.words())
                    : new Decision("width", "", range, own, aim.words() + "; it is mono, so the width stays");
        }
        WidthBase width = WidthBase.of(profiles, own);
        return new Decision("width", "", range, width.value(), modelWords + "; " + width.words());
    }

    /** @param own the track's */
    Decision loudness(double own) {
        if (aim != null) {
            double target = aim.from(own, aim.loudnessLufs());
            return new Decision("loudness", "LUFS", LegalRange.LOUDNESS, target, aim.words());
        }
        double target = WeightedProfile.mean(profiles, MasteringParameters::loudnessTargetLufs);
        return new Decision("loudness", "LUFS", LegalRange.LOUDNESS, target, modelWords);
    }

    PlannedParameter ceiling(Optional<Wish> wish) {
        LegalRange range = aim == null ? LegalRange.CEILING : LegalRange.MATCHED_CEILING;
        double ceiling = WeightedProfile.mean(profiles, MasteringParameters::ceilingDbtp);
        Decision decision = new Decision("ceiling", "dBTP", range, ceiling, modelWords);
        return wish.isPresent() ? decision.wished(wish.get()) : decision.made();
    }
}
