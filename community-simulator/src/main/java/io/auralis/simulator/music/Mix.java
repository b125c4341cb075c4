package io.auralis.simulator.music;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.media.MediaWriter;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.media.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Two channels that notes are laid onto. */
final class Mix {
    private static final int BIT_DEPTH = 16;
    private static final int BLOCK = 4_096;

    private final double[] left;
    private final double[] right;
    private final double secondsPerBeat;

    /** @param beats length of the piece; two seconds are added for the last notes to die away */
    Mix(double beats, double beatsPerMinute) {
        this.secondsPerBeat = 60 / beatsPerMinute;
        int frames = Sound.frames(beats * secondsPerBeat + 2);
        this.left = new double[frames];
        this.right = new double[frames];
    }

    double seconds(double beats) {
        return beats * secondsPerBeat;
    }

    /**
     * Lays a note onto the mix; what reaches beyond the end is cut.
     *
     * @param beat where it starts
     * @param pan -1 left to 1 right, constant power
     */
    void add(double[] note, double beat, double gain, double pan) {
        int start = Sound.frames(seconds(beat));
        double toLeft = gain * Math.cos((pan + 1) * Math.PI / 4);
        double toRight = gain * Math.sin((pan + 1) * Math.PI / 4);
        for (int i = 0; i < note.length && start + i < left.length; i++) {
            left[start + i] += toLeft * note[i];
            right[start + i] += toRight * note[i];
        }
    }

    /** Writes a 16-bit file, its peak at the level, with a title. */
    void write(Path file, String title, double peakDbfs) {
        double peak = 0;
        for (int i = 0; i < left.length; i++) peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        double gain = Math.pow(10, peakDbfs / 20) / peak;
        OutputSpec spec = new OutputSpec(
                OutputFormat.of(file),
                new AudioFormat(Sound.RATE_HZ, 2),
                BIT_DEPTH,
                0,
                List.of(new Tag("title", title), new Tag("artist", "The Auralis house band")),
                Optional.empty());
        SplittableRandom dither = new SplittableRandom(1);
        AudioBlock block = new AudioBlock(2, BLOCK);
        try (AudioSink sink = MediaWriter.open(file, spec)) {
            for (int start = 0; start < left.length; start += BLOCK) {
                block.setFrames(Math.min(BLOCK, left.length - start));
                for (int i = 0; i < block.frames(); i++) {
                    block.channel(0)[i] = quantised(gain * left[start + i], dither);
                    block.channel(1)[i] = quantised(gain * right[start + i], dither);
                }
                sink.write(block);
            }
            sink.finish();
        }
    }

    private static double quantised(double sample, SplittableRandom dither) {
        double half = 1 << (BIT_DEPTH - 1);
        // Triangular dither of two steps, so that fading notes do not turn into distortion.
        double steps = Math.rint(sample * half + dither.nextDouble() - dither.nextDouble());
        return Math.max(-half, Math.min(half - 1, steps)) / half;
    }
}
