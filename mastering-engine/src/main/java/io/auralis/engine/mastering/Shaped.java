package io.auralis.engine.mastering;

import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;

/**
 * The chain set up to the width.
 *
 * @param setting how
 * @param reached the meters behind it
 * @param loudness the blocks behind it
 * @param crestBeforeDb crest factor before dynamics
 * @param toned the spectrum before dynamics
 * @param left the spectrum behind the width
 */
record Shaped(
        ChainSetting setting,
        Meters reached,
        LoudnessBlocks loudness,
        double crestBeforeDb,
        LongTermSpectrum toned,
        LongTermSpectrum left) {
    /** What the dynamics took from the tone; what the width does to it is meant. */
    MatchCurve toneLost() {
        return MatchCurve.between(
                left.finish(), toned.finish(), WidthForecast.ofGain(setting.format(), setting.sideGain()));
    }
}
