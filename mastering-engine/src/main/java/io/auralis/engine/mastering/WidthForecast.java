package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.SideForecast;

/** What the {@link Widener} will do to a track that is to get a width. */
record WidthForecast(double width, BiquadCoefficients highPass, int sampleRateHz) implements SideForecast {
    static SideForecast of(AudioFormat format, double width) {
        return format.channels() == 2
                ? new WidthForecast(width, Widener.highPass(format), format.sampleRateHz())
                : SideForecast.NONE;
    }

    /** Of a width that is set already. */
    static SideForecast ofGain(AudioFormat format, double sideGain) {
        BiquadCoefficients highPass = Widener.highPass(format);
        return new SideForecast() {
            @Override
            public double sideGain(double mid, double side, double sideTimesHigh, double high) {
                return sideGain;
            }

            @Override
            public double highReal(double hertz) {
                return highPass.real(hertz, format.sampleRateHz());
            }

            @Override
            public double highPower(double hertz) {
                return Math.pow(10, highPass.gainDb(hertz, format.sampleRateHz()) / 10);
            }
        };
    }

    @Override
    public double sideGain(double mid, double side, double sideTimesHigh, double high) {
        return new MidSide(mid, side, sideTimesHigh, high).sideGainFor(width);
    }

    @Override
    public double highReal(double hertz) {
        return highPass.real(hertz, sampleRateHz);
    }

    @Override
    public double highPower(double hertz) {
        return Math.pow(10, highPass.gainDb(hertz, sampleRateHz) / 10);
    }
}
