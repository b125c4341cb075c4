package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * How the chain before the loudness stage is set for one track.
 *
 * @param format of the track
 * @param tone the equaliser
 * @param phase of the equaliser
 * @param dynamics the compressor
 * @param sideGain linear gain of the side; 1 leaves the width alone
 */
record ChainSetting(AudioFormat format, ToneDesign tone, Phase phase, DynamicsSetting dynamics, double sideGain) {

    /** Fresh stages that come before dynamics. */
    static List<Stage> upToTone(AudioFormat format, ToneDesign tone, Phase phase) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new FilterStage(format, List.of(FilterStage.rumble(format))));
        if (!tone.flat()) {
            stages.add(
                    switch (phase) {
                        case MINIMUM -> new FilterStage(format, tone.coefficients());
                        case LINEAR -> new LinearPhaseEqualiser(format, tone);
                    });
        }
        return stages;
    }

    /** Fresh stages up to width. */
    List<Stage> upToWidth() {
        List<Stage> stages = upToTone(format, tone, phase);
        if (dynamics.on()) {
            stages.add(new Compressor(format, dynamics.thresholdDb()));
        }
        if (sideGain != 1) {
            stages.add(new Widener(format, sideGain));
        }
        return stages;
    }
}
