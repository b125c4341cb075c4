package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.ToneBand;
import java.util.ArrayList;
import java.util.List;

/** Plans of nothing but tone, and the stages that carry them out. */
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

    /** Fresh stages of the equaliser alone. */
    static List<Stage> stages(ToneDesign design, int channels, Phase phase) {
        return new Tonality(false, design, phase, null).stages(new AudioFormat(design.sampleRateHz(), channels));
    }
}
