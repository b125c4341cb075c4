package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/** Lowers the loud moments by {@link GainRide}, all channels alike so that nothing moves in the stereo image. */
final class Compressor implements Stage {
    private final GainRide ride;
    private final int hopFrames;
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
        for (int i = 0; i < block.frames(); i++) {
            for (int channel = 0; channel < delay.length; channel++) {
                double[] samples = block.channel(channel);
                double in = samples[i];
                hopPeak = Math.max(hopPeak, Math.abs(in));
                samples[i] = delay[channel][at] * gain;
                delay[channel][at] = in;
            }
            gain += gainStep;
            at = at + 1 == latency ? 0 : at + 1;
            if (++inHop == hopFrames) {
                endHop();
            }
        }
    }

    private void endHop() {
        double target = Decibels.toRatio(ride.next(hopPeak));
        gainStep = (target - gain) / hopFrames;
        hopPeak = 0;
        inHop = 0;
    }
}
