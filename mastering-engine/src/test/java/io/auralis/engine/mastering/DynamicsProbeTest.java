package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Samples;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A probe that leaves out thresholds finds what one of all thresholds finds, or says that it does not. */
class DynamicsProbeTest {
    private static final AudioFormat FORMAT = new AudioFormat(44_100, 2);
    private static final double PEAK_DB = -6;

    private static DynamicsProbe heard(DynamicsProbe probe) {
        Chain.run(Samples.music(FORMAT.sampleRateHz(), 4), List.of(), Progress.NONE, "probing", probe.parts());
        probe.finish();
        return probe;
    }

    @Test
    void thresholdsThatAreLeftOutChangeNoSetting() {
        DynamicsProbe all = heard(new DynamicsProbe(FORMAT, PEAK_DB));
        for (double change : new double[] {-4, -2, -0.5, 0.5, 2}) {
            double wanted = all.crestDb() + change;
            for (double toneDb : new double[] {-1.5, 0, 1.5}) {
                DynamicsProbe some = heard(DynamicsProbe.towards(FORMAT, PEAK_DB, change + toneDb));
                some.settingFor(wanted)
                        .ifPresent(setting -> assertThat(setting)
                                .isEqualTo(all.settingFor(wanted).orElseThrow()));
            }
            assertThat(heard(DynamicsProbe.towards(FORMAT, PEAK_DB, change)).settingFor(wanted))
                    .as("%s dB", change)
                    .isPresent();
        }
    }

    @Test
    void whatLiesBeyondTheThresholdsIsNotAnswered() {
        DynamicsProbe lowering = heard(DynamicsProbe.towards(FORMAT, PEAK_DB, -3));
        assertThat(lowering.settingFor(lowering.crestDb() + 1)).isEmpty();
        assertThat(heard(DynamicsProbe.towards(FORMAT, PEAK_DB, 0)).settingFor(lowering.crestDb() - 6))
                .isEmpty();
    }

    @Test
    void twoThreadsFindWhatOneFinds() {
        DynamicsProbe alone = new DynamicsProbe(FORMAT, PEAK_DB);
        Consumer<AudioBlock> both = block -> alone.parts().forEach(part -> part.accept(block));
        Chain.run(Samples.music(FORMAT.sampleRateHz(), 4), List.of(), Progress.NONE, "probing", both);
        alone.finish();
        DynamicsProbe together = heard(new DynamicsProbe(FORMAT, PEAK_DB));
        assertThat(together.crestDb()).isEqualTo(alone.crestDb());
        assertThat(together.settingFor(8)).isEqualTo(alone.settingFor(8));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoForetellsDoesNotWaitForOneWhoFailed() {
        List<Consumer<AudioBlock>> parts = new DynamicsProbe(FORMAT, PEAK_DB).parts();
        AudioBlock mono = new AudioBlock(1, 512);
        mono.setFrames(512);
        assertThatThrownBy(() -> parts.get(0).accept(mono)).isInstanceOf(RuntimeException.class);
        AudioBlock stereo = new AudioBlock(2, 512);
        stereo.setFrames(512);
        parts.get(1).accept(stereo);
    }
}
