package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * How the chain between tone and loudness is set for one track.
 *
 * @param format of the track
 * @param dynamics gains on the peaks of each band
 * @param width gains on the bands of the side
 */
record ChainSetting(AudioFormat format, DynamicsSetting dynamics, WidthSetting width) {

    /** Fresh stages, none where nothing is to be changed; what they leave may be remembered. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        if (dynamics.on()) {
            stages.add(new MultibandDynamics(format, dynamics));
        }
        if (width.on()) {
            stages.add(width.isUniform() ? new SideGain(format, width.lows()) : new Widener(format, width));
        }
        if (!stages.isEmpty()) {
            stages.add(new SinglePrecision());
        }
        return stages;
    }
}
