package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.fingerprint.FingerprintAnalyzer;
import io.auralis.engine.meter.TrackMeter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one stage or meter costs per frame of stereo at 44.1 kHz, on loud noise with beats; with {@code -prof gc} also what it
 * allocates, which is to be nothing per block.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StageBenchmark {
    private static final AudioFormat FORMAT = new AudioFormat(44_100, 2);
    private static final int FRAMES = 4_096;

    @Param({"filter16", "dynamics", "split", "widener", "limiter", "quantiser", "probe", "meter", "fingerprint"})
    private String stage = "";

    private final AudioBlock music = new AudioBlock(2, FRAMES);
    private final AudioBlock block = new AudioBlock(2, FRAMES);
    private Consumer<AudioBlock> work = unused -> {};

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < FRAMES; i++) {
                music.channel(channel)[i] = (random.nextDouble() - 0.5) * Math.exp(-(i % 1_024) / 400.0);
            }
        }
        music.setFrames(FRAMES);
        work = work();
    }

    private Consumer<AudioBlock> work() {
        return switch (stage) {
            case "filter16" -> new FilterStage(FORMAT, sections(16))::process;
            case "dynamics" ->
                new MultibandDynamics(
                                FORMAT,
                                new DynamicsCurve(false, -12),
                                List.of(1.0, 1.0, 1.0, 1.0),
                                BandSplit.CROSSOVERS_HZ)::process;
            case "split" -> split(new BandSplit(FORMAT, BandSplit.CROSSOVERS_HZ, 0));
            case "widener" ->
                new Widener(FORMAT, new WidthSetting(1, List.of(1.1, 1.2, 1.2, 1.2, 1.2), false, false))::process;
            case "limiter" -> new Limiter(FORMAT, -9)::process;
            case "quantiser" -> new Quantiser(FORMAT, 16, Dither.TPDF)::process;
            case "probe" -> both(new DynamicsProbe(FORMAT, -6).parts());
            case "meter" -> new TrackMeter(FORMAT)::accept;
            case "fingerprint" -> new FingerprintAnalyzer(FORMAT)::accept;
            default -> throw new IllegalArgumentException("no stage " + stage);
        };
    }

    private static Consumer<AudioBlock> both(List<Consumer<AudioBlock>> parts) {
        return block -> parts.forEach(part -> part.accept(block));
    }

    private static Consumer<AudioBlock> split(BandSplit split) {
        return block -> {
            for (int from = 0; from < block.frames(); from += BandSplit.CHUNK_FRAMES) {
                split.take(block, from, BandSplit.CHUNK_FRAMES);
                split.moveOn(BandSplit.CHUNK_FRAMES);
            }
        };
    }

    private static List<BiquadCoefficients> sections(int count) {
        return java.util.Collections.nCopies(
                count, BiquadCoefficients.highShelf(500, Math.sqrt(0.5), 0.5, FORMAT.sampleRateHz()));
    }

    /** A block's way through the stage, with the copying that stages which change it need. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double perFrame() {
        for (int channel = 0; channel < 2; channel++) {
            System.arraycopy(music.channel(channel), 0, block.channel(channel), 0, FRAMES);
        }
        block.setFrames(FRAMES);
        work.accept(block);
        return block.channel(0)[0];
    }
}
