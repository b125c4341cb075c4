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
 * @param toned the track behind it
 * @param setting of dynamics and width
 * @param reached the meters behind it
 * @param loudness the blocks behind it
 * @param energies of mid and side behind it; zeros where the width is not to be changed
 * @param crestBeforeDb crest factor before dynamics, NaN where they are not asked for
 * @param before the spectrum before dynamics
 * @param left the spectrum behind the width
 */
record Shaped(
        Tonality tonality,
        AudioTrack toned,
        ChainSetting setting,
        Meters reached,
        LoudnessBlocks loudness,
        MidSide energies,
        double crestBeforeDb,
        LongTermSpectrum before,
        LongTermSpectrum left) {
    /** The same for a track that is read anew, so that nothing of it stays in memory until then. */
    Shaped behind(AudioTrack track) {
        AudioTrack anew = RememberedTrack.of(new StagedTrack(track, () -> tonality.stages(setting.format())));
        return new Shaped(tonality, anew, setting, reached, loudness, energies, crestBeforeDb, before, left);
    }

    /** What the dynamics took from the tone; what the width does to it is meant. */
    MatchCurve toneLost() {
        return MatchCurve.between(left.finish(), before.finish(), WidthForecast.of(setting.width()));
    }
}
