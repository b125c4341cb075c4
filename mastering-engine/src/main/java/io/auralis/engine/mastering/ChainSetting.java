package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * How the chain before the loudness stage is set for one track.
 *
 * @param format of the track
 * @param rumbleFilter whether DC and rumble are taken off
 * @param tone the equaliser
 * @param dynamics the compressor
 * @param sideGain linear gain of the side; 1 leaves the width alone
 */
record ChainSetting(
        AudioFormat format, boolean rumbleFilter, ToneDesign tone, DynamicsSetting dynamics, double sideGain) {

    /** Fresh stages that come before dynamics. */
    static List<Stage> upToTone(AudioFormat format, boolean rumbleFilter, ToneDesign tone) {
        List<Stage> stages = new ArrayList<>();
        if (rumbleFilter) {
            stages.add(FilterStage.rumble(format));
        }
        if (!tone.flat()) {
            stages.add(new FilterStage(format, tone.coefficients()));
        }
        return stages;
    }

    /** Fresh stages up to width. */
    List<Stage> upToWidth() {
        List<Stage> stages = upToTone(format, rumbleFilter, tone);
        if (dynamics.on()) {
            stages.add(new Compressor(format, dynamics.thresholdDb()));
        }
        if (sideGain != 1) {
            stages.add(new Widener(format, sideGain));
        }
        return stages;
    }
}
