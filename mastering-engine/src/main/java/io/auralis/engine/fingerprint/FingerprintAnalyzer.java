package io.auralis.engine.fingerprint;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures all 25 dimensions and the meters in one streaming pass: feed every block in order, then {@link #finish()}.
 * docs/fingerprint.md defines each dimension, and what silence, mono and very short tracks give: every track gives 25
 * finite numbers, none of them a stand-in for a failure.
 *
 * <p>Memory does not grow with the track but for the onset curve, some 90 numbers of 4 bytes a second (1.3 MB an hour).
 */
public final class FingerprintAnalyzer {
    /**
     * Values are kept to six significant digits: more than any of them means, and coarse enough that the last bits in
     * which Java's sine may differ between releases do not show.
     */
    private static final MathContext KEPT = new MathContext(6, RoundingMode.HALF_EVEN);
    /** What the loudness dimension reads where nothing passes BS.1770's absolute gate. */
    private static final double QUIETEST_LUFS = -70;

    private final TrackMeter meter;
    private final StereoField stereo;
    private final LevelFrames levels;
    private final SpectrumFramer shortFrames;
    private final SpectrumFramer longFrames;
    private final SpectralShape shape;
    private final HarmonicPercussive harmonicPercussive;
    private final SilenceRatio silence;
    private final OnsetCurve onsets;
    private final BandShares bands;
    private final Chroma chroma;
    private final PitchTrack pitch;
    private final List<Consumer<AudioBlock>> parts;
    private long shortFrame;

    public FingerprintAnalyzer(AudioFormat format) {
        meter = new TrackMeter(format);
        stereo = new StereoField(format.channels());
        levels = new LevelFrames(format);
        FrameGrid shortGrid = FrameGrid.ofShortFrames(format.sampleRateHz());
        shape = new SpectralShape(shortGrid);
        harmonicPercussive = new HarmonicPercussive(shortGrid);
        silence = new SilenceRatio();
        onsets = new OnsetCurve(shortGrid);
        shortFrames = new SpectrumFramer(shortGrid, format.channels(), this::acceptShortFrame);
        FrameGrid longGrid = FrameGrid.ofLongFrames(format.sampleRateHz());
        bands = new BandShares(longGrid);
        chroma = new Chroma(longGrid);
        pitch = new PitchTrack(longGrid);
        longFrames = new SpectrumFramer(longGrid, format.channels(), this::acceptLongFrame);
        parts = List.of(this::acceptLevels, shortFrames::accept);
    }

    /**
     * Measures a track's fingerprint alone; see {@link TrackAnalysis#of} for the meters too.
     *
     * @throws io.auralis.engine.media.MediaException if it is damaged or unreadable
     */
    public static Fingerprint analyze(AudioTrack track, Progress progress) {
        return TrackAnalysis.of(track, progress).fingerprint();
    }

    /** @throws IllegalArgumentException if the block's channels are not the format's */
    public void accept(AudioBlock block) {
        for (Consumer<AudioBlock> part : parts) {
            part.accept(block);
        }
    }

    /** Two halves of the work on a block, about equally long, which may be done at the same time. */
    public List<Consumer<AudioBlock>> parts() {
        return parts;
    }

    private void acceptLevels(AudioBlock block) {
        meter.accept(block);
        stereo.accept(block);
        levels.accept(block);
        longFrames.accept(block);
    }

    /** The gating and short-term blocks of all that was heard so far. */
    public LoudnessBlocks loudness() {
        return meter.loudness().blocks();
    }

    /** Hears the end. Call once, after the last block. */
    public TrackAnalysis finish() {
        Meters meters = meter.finish();
        levels.finish();
        shortFrames.finish();
        longFrames.finish();
        harmonicPercussive.finish();
        pitch.finish();
        return new TrackAnalysis(Fingerprint.of(values(meters)), meters);
    }

    private void acceptShortFrame(float[] power) {
        onsets.accept(power);
        // Onsets need every quarter of a frame; what changes more slowly is judged by frames that overlap by half.
        if (shortFrame++ % 2 == 1) {
            return;
        }
        double meanSquare = FrameGrid.meanSquare(power);
        silence.accept(meanSquare);
        harmonicPercussive.accept(power);
        if (FrameGrid.sounds(meanSquare)) {
            shape.accept(power);
        }
    }

    private void acceptLongFrame(float[] power) {
        bands.accept(power);
        if (FrameGrid.sounds(FrameGrid.meanSquare(power))) {
            chroma.accept(power);
            pitch.accept(power);
        }
    }

    private Map<FingerprintDimension, Double> values(Meters meters) {
        Rhythm rhythm = Rhythm.of(onsets);
        double[] shares = bands.shares();
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        put(values, FingerprintDimension.SUB_BASS_PCT, shares[0]);
        put(values, FingerprintDimension.BASS_PCT, shares[1]);
        put(values, FingerprintDimension.LOW_MID_PCT, shares[2]);
        put(values, FingerprintDimension.MID_PCT, shares[3]);
        put(values, FingerprintDimension.UPPER_MID_PCT, shares[4]);
        put(values, FingerprintDimension.PRESENCE_PCT, shares[5]);
        put(values, FingerprintDimension.AIR_PCT, shares[6]);
        put(values, FingerprintDimension.LUFS, Math.max(QUIETEST_LUFS, meters.integratedLufs()));
        put(values, FingerprintDimension.CREST_DB, meters.crestDb());
        put(values, FingerprintDimension.BASS_MID_RATIO, bands.bassMidRatioDb());
        put(values, FingerprintDimension.TEMPO_BPM, rhythm.tempoBpm());
        put(values, FingerprintDimension.RHYTHM_STABILITY, rhythm.stability());
        put(values, FingerprintDimension.TRANSIENT_DENSITY, rhythm.onsetsPerSecond());
        put(values, FingerprintDimension.SILENCE_RATIO, silence.ratio());
        put(values, FingerprintDimension.SPECTRAL_CENTROID, shape.centroidHz());
        put(values, FingerprintDimension.SPECTRAL_ROLLOFF, shape.rolloffHz());
        put(values, FingerprintDimension.SPECTRAL_FLATNESS, shape.flatness());
        put(values, FingerprintDimension.HARMONIC_RATIO, harmonicPercussive.harmonicRatio());
        put(values, FingerprintDimension.PITCH_STABILITY, pitch.stability());
        put(values, FingerprintDimension.CHROMA_ENERGY, chroma.energy());
        put(values, FingerprintDimension.DYNAMIC_RANGE_VARIATION, levels.crestDeviationDb());
        put(values, FingerprintDimension.LOUDNESS_VARIATION_STD, levels.levelDeviationDb());
        put(values, FingerprintDimension.PEAK_CONSISTENCY, levels.peakConsistency());
        put(values, FingerprintDimension.STEREO_WIDTH, stereo.width());
        put(values, FingerprintDimension.PHASE_CORRELATION, stereo.correlation());
        return values;
    }

    private static void put(Map<FingerprintDimension, Double> values, FingerprintDimension dimension, double value) {
        // Adding zero turns -0.0 into 0.0; the fingerprint refuses what is not finite.
        values.put(
                dimension,
                Double.isFinite(value) ? new BigDecimal(value).round(KEPT).doubleValue() + 0.0 : value);
    }
}
