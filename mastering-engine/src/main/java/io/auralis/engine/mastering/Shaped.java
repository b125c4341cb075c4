package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;

/**
 * The chain set up to the width.
 *
 * @param tonality what comes before dynamics
 * @param setting of dynamics and width
 * @param audio the track behind them
 * @param reached the meters behind it
 * @param loudness the blocks behind it
 * @param energies of mid and side behind it; zeros where the width is not to be changed
 * @param crestBeforeDb crest factor before dynamics, NaN where they are not asked for
 * @param before the spectrum before dynamics
 * @param left the spectrum behind the width
 */
record Shaped(
        Tonality tonality,
        ChainSetting setting,
        AudioTrack audio,
        Meters reached,
        LoudnessBlocks loudness,
        MidSide energies,
        double crestBeforeDb,
        LongTermSpectrum before,
        LongTermSpectrum left) {
    /** The same for a track that is read anew, so that nothing of it stays in memory until then. */
    Shaped behind(AudioTrack track) {
        StagedTrack toned = new StagedTrack(track, () -> tonality.stages(setting.format()));
        AudioTrack anew = RememberedTrack.of(new StagedTrack(toned, setting::stages));
        return new Shaped(tonality, setting, anew, reached, loudness, energies, crestBeforeDb, before, left);
    }

    /** What the dynamics took from the tone; what the width does to it is meant. */
    MatchCurve toneLost() {
        return MatchCurve.between(left.finish(), before.finish(), WidthForecast.of(setting.width()));
    }
}
