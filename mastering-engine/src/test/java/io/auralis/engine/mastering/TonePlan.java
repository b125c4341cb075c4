package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.ToneBand;
import java.util.ArrayList;
import java.util.List;

/** Plans of nothing but tone, the stages that carry them out, and the tones to hear them by. */
final class TonePlan {
    private TonePlan() {}

    /** @param toneDb a gain per band, in the bands' order */
    static MasteringPlan of(double... toneDb) {
        List<PlannedParameter> parameters = new ArrayList<>();
        for (ToneBand band : ToneBand.values()) {
            double gain = toneDb[band.ordinal()];
            parameters.add(new PlannedParameter(band.parameterName(), gain, 0, gain, "dB", "as the test wants it"));
        }
        return new MasteringPlan(parameters);
    }

    /** One tone in the middle of each band, two seconds on both channels in unequal strength. */
    static MemoryTrack tones(int rateHz) {
        double[] left = MemoryTrack.channel(rateHz, 2, i -> {
            double sum = 0;
            for (ToneBand band : ToneBand.values()) {
                sum += 0.08 * Math.sin(2 * Math.PI * band.centreHz() * i / rateHz);
            }
            return sum;
        });
        double[] right = left.clone();
        for (int i = 0; i < right.length; i++) {
            right[i] *= 0.7;
        }
        return new MemoryTrack(rateHz, left, right);
    }

    /** Fresh stages of the equaliser alone. */
    static List<Stage> stages(ToneDesign design, int channels, Phase phase) {
        return new Tonality(false, design, phase, null).stages(new AudioFormat(design.sampleRateHz(), channels));
    }
}
