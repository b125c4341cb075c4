package io.auralis.engine.curves;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.meter.LoudnessMeter;

/** Short-term loudness over time. */
final class LoudnessCurve {
    private final LoudnessMeter meter;
    private final Columns powers = new Columns(Double::sum);

    LoudnessCurve(AudioFormat format) {
        this.meter = new LoudnessMeter(format, lufs -> powers.add(StrictMath.pow(10, lufs / 10)));
    }

    void accept(AudioBlock block) {
        meter.accept(block);
    }

    Curve finish() {
        double step = powers.perColumn() * LoudnessMeter.STEP_SECONDS;
        // The middle of the first column's first and last window.
        double start = LoudnessMeter.SHORT_TERM_SECONDS / 2 + (step - LoudnessMeter.STEP_SECONDS) / 2;
        return new Curve(start, step, powers.finish((sum, count) -> 10 * StrictMath.log10(sum / count)));
    }
}
