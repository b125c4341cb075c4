package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.match.MatchFilter;

/** Brings the tone to a reference's. */
final class MatchStage implements Stage {
    private final MatchFilter filter;
    private final double[][] channels;

    MatchStage(AudioFormat format, MatchCurve curve) {
        this.filter = new MatchFilter(curve, format.channels(), format.sampleRateHz());
        this.channels = new double[format.channels()][];
    }

    @Override
    public int latencyFrames() {
        return filter.latencyFrames();
    }

    @Override
    public void process(AudioBlock block) {
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel] = block.channel(channel);
        }
        filter.process(channels, block.frames());
    }
}
