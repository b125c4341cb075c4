package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * How the chain between tone and loudness is set for one track.
 *
 * @param format of the track
 * @param dynamics the compressor
 * @param sideGain linear gain of the side; 1 leaves the width alone
 */
record ChainSetting(AudioFormat format, DynamicsSetting dynamics, double sideGain) {

    /** Fresh stages. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        if (dynamics.on()) {
            stages.add(new Compressor(format, dynamics.thresholdDb()));
        }
        if (sideGain != 1) {
            stages.add(new Widener(format, sideGain));
        }
        return stages;
    }
}
