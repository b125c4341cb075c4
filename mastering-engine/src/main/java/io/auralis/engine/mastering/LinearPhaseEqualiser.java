package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The tone equaliser with linear phase, by {@link SymmetricConvolver}: the slowest part of a response, a shelf at 250 Hz with
 * a Q of 2.6, has died away to a millionth where its kernel ends.
 */
final class LinearPhaseEqualiser implements Stage {
    private final SymmetricConvolver convolver;

    LinearPhaseEqualiser(AudioFormat format, ToneDesign design) {
        int rateHz = design.sampleRateHz();
        double lineHz = SymmetricConvolver.lineHz(rateHz);
        double[] responsesDb = design.responsesDb(
                IntStream.range(0, SymmetricConvolver.lines(rateHz)).mapToDouble(line -> line * lineHz));
        this.convolver = SymmetricConvolver.precise(
                format.channels(),
                rateHz,
                Arrays.stream(responsesDb).map(Decibels::toRatio).toArray());
    }

    @Override
    public int latencyFrames() {
        return convolver.latencyFrames();
    }

    @Override
    public void process(AudioBlock block) {
        for (int from = 0; from < block.frames(); ) {
            int count = convolver.next(block.frames() - from);
            for (int channel = 0; channel < block.channels(); channel++) {
                convolver.exchange(channel, block.channel(channel), from, count);
            }
            convolver.moveOn(count);
            from += count;
        }
    }
}
