package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPhaseEqualiserTest {
    private static final int FRAMES = 1 << 17;
    private static final double LOWEST_HZ = 20;

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 48_000, 96_000, 192_000})
    void itsGainsAreThoseOfMinimumPhase(int rate) {
        for (double[] wanted : new double[][] {{4, -3, 2, -5, 6}, {-6, 6, -6, 6, -6}, {0, 12, 0, 0, 0}}) {
            ToneDesign design = ToneDesign.of(TonePlan.of(wanted), rate);
            Response minimum = Response.of(TonePlan.stages(design, 1, Phase.MINIMUM), 1, rate, FRAMES);
            Response linear = Response.of(TonePlan.stages(design, 1, Phase.LINEAR), 1, rate, FRAMES);

            double worst = 0;
            for (double hertz = LOWEST_HZ; hertz < 0.49 * rate; hertz *= 1.01) {
                worst = Math.max(worst, Math.abs(linear.gainDb(hertz) - minimum.gainDb(hertz)));
            }
            assertThat(worst).as("%s Hz %s", rate, Arrays.toString(wanted)).isLessThan(0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 96_000})
    void itsImpulseResponseIsSymmetricAroundItsLatency(int rate) {
        ToneDesign design = ToneDesign.of(TonePlan.of(4, -3, 2, -5, 6), rate);
        int latency = new LinearPhaseEqualiser(new AudioFormat(rate, 1), design).latencyFrames();

        double[] impulse = Response.of(TonePlan.stages(design, 1, Phase.LINEAR), 1, rate, FRAMES)
                .impulse();

        for (int i = 1; i < latency; i++) {
            assertThat(impulse[latency + i]).isCloseTo(impulse[latency - i], within(1e-13));
        }
        assertThat(impulse[latency]).isGreaterThan(0.5);
        assertThat(Math.abs(impulse[latency + 5])).isGreaterThan(1e-3);
    }

    @Test
    void lengthAndPlaceAreKept() {
        int rate = 44_100;
        double[] left = new double[30_001];
        double[] right = new double[30_001];
        left[10_000] = 1;
        right[29_999] = -1;
        ToneDesign design = ToneDesign.of(TonePlan.of(4, -3, 2, -5, 6), rate);
        double[][] out = new double[2][left.length];
        int[] heard = {0};

        Chain.run(
                new MemoryTrack(rate, left, right),
                TonePlan.stages(design, 2, Phase.LINEAR),
                Progress.NONE,
                "test",
                block -> {
                    for (int channel = 0; channel < 2; channel++) {
                        System.arraycopy(block.channel(channel), 0, out[channel], heard[0], block.frames());
                    }
                    heard[0] += block.frames();
                });

        assertThat(heard[0]).isEqualTo(left.length);
        assertThat(highest(out[0])).isEqualTo(10_000);
        assertThat(highest(out[1])).isEqualTo(29_999);
    }

    @Test
    void aFlatPlanHasNoStage() {
        ToneDesign flat = ToneDesign.of(TonePlan.of(0, 0, 0, 0, 0), 48_000);
        assertThat(TonePlan.stages(flat, 2, Phase.LINEAR)).isEmpty();
    }

    @Test
    void nothingIsAllocatedWhileItWorks() {
        ToneDesign design = ToneDesign.of(TonePlan.of(4, -3, 2, -5, 6), 48_000);
        List<Stage> stages = new ArrayList<>(TonePlan.stages(design, 2, Phase.LINEAR));
        Stage equaliser = stages.get(0);
        AudioBlock block = new AudioBlock(2, 4_096);
        block.setFrames(4_096);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        equaliser.process(block);
        equaliser.process(block);

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            equaliser.process(block);
        }

        // One block would be 64 KiB.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16_384);
    }

    private static int highest(double[] samples) {
        int at = 0;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > Math.abs(samples[at])) {
                at = i;
            }
        }
        return at;
    }
}
