package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.ReferenceAim;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * That a track is to come near to another in tone, width and loudness.
 *
 * @param reference the other
 * @param amount how much of the way is gone, 0 to 1
 */
public record ReferenceMatch(Reference reference, double amount) {
    /** Sides 40 dB under the middle: mono, and what a coding made of it. */
    private static final double MONO_WIDTH = 1e-4;

    public ReferenceMatch {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("an amount must be 0 to 1 but is " + amount);
        }
    }

    /**
     * Where a reference is to bring what was heard. Silence has nothing to match and is mastered as if there were none.
     *
     * @param own the tone of what was heard
     * @param format of it
     * @return null where there is no reference
     */
    static @Nullable ReferenceAim aim(MasteringOptions options, Optional<TonalBalance> own, AudioFormat format) {
        if (options.match().isEmpty() || own.isEmpty() || own.get().silent()) {
            return null;
        }
        return options.match().get().aim(own.get(), format, options.wishes().amount(Aspect.WIDTH));
    }

    /** @param widthAmount how much of the way the width is to go, of what the match would go */
    private ReferenceAim aim(TonalBalance own, AudioFormat format, double widthAmount) {
        OptionalDouble theirs =
                reference.width() < MONO_WIDTH ? OptionalDouble.empty() : OptionalDouble.of(reference.width());
        double width = own.width() + amount * widthAmount * (theirs.orElse(own.width()) - own.width());
        return new ReferenceAim(
                reference.name(),
                MatchCurve.of(own, reference.balance(), amount, WidthForecast.of(format, width)),
                reference.meters().integratedLufs(),
                theirs,
                amount);
    }
}
