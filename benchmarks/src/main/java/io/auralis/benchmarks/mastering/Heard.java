package io.auralis.benchmarks.mastering;

import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import java.nio.file.Path;

/**
 * A file as the engine's meters read it.
 *
 * @param rateHz sample rate
 * @param seconds how long it is
 * @param lufs integrated loudness
 * @param rangeLu loudness range
 * @param peakDbtp true peak by the 16x meter
 */
record Heard(int rateHz, double seconds, double lufs, double rangeLu, double peakDbtp) {
    private static final int BLOCK_FRAMES = 8_192;

    static Heard of(Path file) {
        try (AudioSource source = MediaFile.of(file).open()) {
            TrackMeter meter = new TrackMeter(source.format());
            AudioBlock block = new AudioBlock(source.format().channels(), BLOCK_FRAMES);
            long frames = 0;
            while (source.read(block)) {
                meter.accept(block);
                frames += block.frames();
            }
            Meters meters = meter.finish();
            return new Heard(
                    source.format().sampleRateHz(),
                    (double) frames / source.format().sampleRateHz(),
                    meters.integratedLufs(),
                    meters.loudnessRangeLu(),
                    meters.truePeak16xDbtp());
        } catch (MediaException e) {
            throw new BenchmarkException("A song cannot be measured: " + e.getMessage(), e);
        }
    }
}
