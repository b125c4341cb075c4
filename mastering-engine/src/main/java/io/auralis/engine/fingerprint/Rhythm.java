package io.auralis.engine.fingerprint;

/**
 * What the onset curve says about time.
 *
 * @param tempoBpm 40 to 220, or 0 where there is no tempo
 * @param stability 0..1, see {@link BeatTracker}
 * @param onsetsPerSecond see {@link Onsets}
 */
record Rhythm(double tempoBpm, double stability, double onsetsPerSecond) {
    static Rhythm of(OnsetCurve curve) {
        double beatFrames = Tempo.beatFrames(curve);
        return new Rhythm(
                beatFrames == 0 ? 0 : 60 * curve.framesPerSecond() / beatFrames,
                beatFrames == 0 ? 0 : new BeatTracker(curve, beatFrames).stability(),
                Onsets.perSecond(curve));
    }
}
