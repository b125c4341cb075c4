package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;

/** Lowers the loud moments by {@link GainRide}, all channels alike so that nothing moves in the stereo image. */
final class Compressor implements Stage {
    private final GainRide ride;
    private final int hopFrames;
    /** 0, 1, 2… as far as a hop: numbers of the frames, in the form that a gain's slope is multiplied with. */
    private final double[] numbers;

    private final double[][] delay;
    private final int latency;
    private int at;
    private int inHop;
    private double hopPeak;
    private double gain = 1;
    private double gainStep;

    /** @param thresholdDb peak level from which on it compresses, dBFS */
    Compressor(AudioFormat format, double thresholdDb) {
        this.ride = new GainRide(thresholdDb);
        this.hopFrames = GainRide.hopFrames(format.sampleRateHz());
        this.numbers = new double[hopFrames];
        Arrays.setAll(numbers, i -> i);
        // The gain glides from hop to hop, so it must be known one hop further ahead.
        this.latency = (GainRide.DELAY_HOPS + 1) * hopFrames;
        this.delay = new double[format.channels()][latency];
    }

    @Override
    public int latencyFrames() {
        return latency;
    }

    @Override
    public void process(AudioBlock block) {
        for (int from = 0; from < block.frames(); ) {
            int count = Math.min(block.frames() - from, hopFrames - inHop);
            for (int channel = 0; channel < delay.length; channel++) {
                ride(block.channel(channel), from, delay[channel], count);
            }
            gain += count * gainStep;
            // The delay is a whole number of hops long, so no part of a hop runs over its end.
            at = at + count == latency ? 0 : at + count;
            inHop += count;
            from += count;
            if (inHop == hopFrames) {
                endHop();
            }
        }
    }

    /** Exchanges frames for those that went in a delay ago, with the gain on them. */
    private void ride(double[] samples, int from, double[] delayed, int count) {
        double peak = hopPeak;
        for (int i = 0; i < count; i++) {
            double level = Math.abs(samples[from + i]);
            if (level > peak) {
                peak = level;
            }
        }
        hopPeak = peak;
        for (int i = 0; i < count; i++) {
            double in = samples[from + i];
            samples[from + i] = delayed[at + i] * (gain + numbers[i] * gainStep);
            delayed[at + i] = in;
        }
    }

    private void endHop() {
        double target = Decibels.toRatio(ride.next(Decibels.of(hopPeak)));
        gainStep = (target - gain) / hopFrames;
        hopPeak = 0;
        inHop = 0;
    }
}
