package io.auralis.agent.equalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.mastering.ToneFilters;
import io.auralis.engine.plan.ToneBand;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EqualizerPresetTest {
    private static final int RATE_HZ = 48_000;
    private static final Map<ToneBand, Double> TASTE = Map.of(
            ToneBand.BASS, 1.8, ToneBand.LOW_MID, -0.7, ToneBand.MID, 0.4, ToneBand.TREBLE, -2.5, ToneBand.AIR, 3.0);

    private static EqualizerPreset preset(double sideGain) {
        return new EqualizerPreset("a taste", ToneFilters.of(TASTE, RATE_HZ), sideGain);
    }

    record Case(EqualizerFormat format, double sideGain) {
        ReadPreset read() {
            String text = format.write(preset(sideGain));
            return switch (format) {
                case EASYEFFECTS -> ReadPreset.easyEffects(text);
                case CAMILLADSP -> CamillaDspReader.read(text);
                case EQUALIZER_APO, AUTOEQ -> ReadPreset.parametricText(text);
            };
        }
    }

    static Stream<Case> everyFormatWiderNarrowerAndAsWide() {
        return Stream.of(EqualizerFormat.values())
                .flatMap(format -> Stream.of(1.0, 0.7, 1.25).map(gain -> new Case(format, gain)));
    }

    @ParameterizedTest
    @MethodSource("everyFormatWiderNarrowerAndAsWide")
    void whatIsReadIsThePersonalToneAndWidth(Case one) {
        ReadPreset read = one.read();
        double preamp = read.responseDb(1_000, RATE_HZ) - 0.4;
        TASTE.forEach((band, gain) -> assertThat(read.responseDb(band.centreHz(), RATE_HZ) - preamp)
                .as(band + "")
                .isCloseTo(gain, within(0.02)));
        for (double hertz = 20; hertz < 20_000; hertz *= 1.1) {
            double heard = read.responseDb(hertz, RATE_HZ);
            assertThat(heard - preamp)
                    .as(hertz + " Hz")
                    .isCloseTo(preset(1).tone().responseDb(hertz, RATE_HZ), within(0.02));
            assertThat(heard).as("never over full scale").isLessThanOrEqualTo(0.02);
        }
        double side = one.format().holdsWidth() ? one.sideGain() : 1;
        assertThat(read.left()[0] + read.left()[1]).as("mid").isCloseTo(1, within(1e-3));
        assertThat(read.left()[0] - read.left()[1]).as("side").isCloseTo(side, within(1e-3));
        assertThat(read.right()).containsExactly(new double[] {read.left()[1], read.left()[0]}, within(1e-4));
    }

    @Test
    void whatIsWidenedIsLoweredSoThatTheSideAloneDoesNotClip() {
        double narrow = ReadPreset.parametricText(EqualizerFormat.EQUALIZER_APO.write(preset(1)))
                .gainDb();
        double wide = ReadPreset.parametricText(EqualizerFormat.EQUALIZER_APO.write(preset(1.25)))
                .gainDb();
        assertThat(narrow - wide).isCloseTo(20 * Math.log10(1.25), within(0.01));
    }

    @Test
    void aWidthBecomesTheGainThatTakesATypicalTrackThere() {
        double gain = PersonalEqualizer.sideGain(0.2, -0.05);
        double side = 0.2 * gain * gain;
        assertThat(side / (0.8 + side)).isCloseTo(0.15, within(1e-9));
        assertThat(PersonalEqualizer.sideGain(0.05, -0.1)).isZero();
    }

    @Test
    void anUnknownProgramIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> EqualizerFormat.parse("winamp"))
                .hasMessageContaining("easyeffects, camilladsp, equalizer-apo, autoeq");
    }
}
