package io.auralis.engine.declip;

import java.util.List;

/**
 * What the detector found in a track.
 *
 * @param upper per channel, where it was cut off above zero
 * @param lower per channel, where it was cut off below zero
 * @param samples how many samples lie at these levels, all channels together
 */
public record Clipping(List<ClipLevel> upper, List<ClipLevel> lower, long samples) {
    public Clipping {
        upper = List.copyOf(upper);
        lower = List.copyOf(lower);
    }

    public boolean found() {
        return samples > 0;
    }
}
