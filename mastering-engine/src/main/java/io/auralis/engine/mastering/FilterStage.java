package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.List;

/** Second-order sections in series, the same on every channel. */
final class FilterStage implements Stage {
    /** An octave under the lowest note of a bass guitar's B string (31 Hz): takes off DC and rumble, and 0.2 dB at 31 Hz. */
    private static final double RUMBLE_HZ = 15;

    private final Biquad[][] sections;

    FilterStage(AudioFormat format, List<BiquadCoefficients> coefficients) {
        this.sections = new Biquad[format.channels()][coefficients.size()];
        for (Biquad[] ofChannel : sections) {
            for (int i = 0; i < ofChannel.length; i++) {
                ofChannel[i] = new Biquad(coefficients.get(i));
            }
        }
    }

    /** Removes DC offset and rumble. */
    static FilterStage rumble(AudioFormat format) {
        return new FilterStage(format, List.of(BiquadCoefficients.highPass(RUMBLE_HZ, format.sampleRateHz())));
    }

    @Override
    public void process(AudioBlock block) {
        for (int channel = 0; channel < sections.length; channel++) {
            Biquad[] ofChannel = sections[channel];
            int done = 0;
            for (; done + 4 <= ofChannel.length; done += 4) {
                Biquad.processFour(ofChannel, done, block.channel(channel), block.frames());
            }
            for (; done < ofChannel.length; done++) {
                ofChannel[done].process(block.channel(channel), block.frames());
            }
        }
    }
}
