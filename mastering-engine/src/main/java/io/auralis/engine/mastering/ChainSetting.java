package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import java.util.List;

/**
 * How the chain before the loudness stage is set for one track.
 *
 * @param format of the track
 * @param tonality what comes before dynamics
 * @param dynamics the compressor
 * @param sideGain linear gain of the side; 1 leaves the width alone
 */
record ChainSetting(AudioFormat format, Tonality tonality, DynamicsSetting dynamics, double sideGain) {

    /** Fresh stages up to width. */
    List<Stage> upToWidth() {
        List<Stage> stages = tonality.stages(format);
        if (dynamics.on()) {
            stages.add(new Compressor(format, dynamics.thresholdDb()));
        }
        if (sideGain != 1) {
            stages.add(new Widener(format, sideGain));
        }
        return stages;
    }
}
