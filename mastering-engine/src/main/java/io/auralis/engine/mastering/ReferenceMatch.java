package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.plan.ReferenceAim;

/**
 * That a track is to come near to another in tone, width and loudness.
 *
 * @param reference the other
 * @param amount how much of the way is gone, 0 to 1
 */
public record ReferenceMatch(Reference reference, double amount) {
    public ReferenceMatch {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("an amount must be 0 to 1 but is " + amount);
        }
    }

    /**
     * What it comes to for one track.
     *
     * @param own the track's tone
     * @param format the track's
     * @param widthAmount how much of the way the width is to go, of what the match would go
     */
    ReferenceAim aim(TonalBalance own, AudioFormat format, double widthAmount) {
        double width = own.width() + amount * widthAmount * (reference.width() - own.width());
        return new ReferenceAim(
                reference.name(),
                MatchCurve.of(own, reference.balance(), amount, WidthForecast.of(format, width)),
                reference.meters().integratedLufs(),
                reference.width(),
                amount);
    }
}
