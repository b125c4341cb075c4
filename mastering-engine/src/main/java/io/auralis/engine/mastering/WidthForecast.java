package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.SideForecast;
import java.util.Arrays;

/** What the {@link Widener} will do to a track that is to get a width. */
final class WidthForecast {
    private WidthForecast() {}

    static SideForecast of(AudioFormat format, double width) {
        if (format.channels() != 2) {
            return SideForecast.NONE;
        }
        return (mid, side, lineHz) -> {
            MidSide energies =
                    new MidSide(Arrays.stream(mid).sum(), Arrays.stream(side).sum());
            return WidthDesign.of(energies, mid, side, lineHz, width).gains(side.length, lineHz);
        };
    }

    /** Of a width that is set already. */
    static SideForecast of(WidthSetting setting) {
        return (mid, side, lineHz) -> setting.gains(side.length, lineHz);
    }
}
