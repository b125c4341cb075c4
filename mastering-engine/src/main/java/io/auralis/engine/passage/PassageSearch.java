package io.auralis.engine.passage;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the loud, dense passage of a track in one pass: that in which lows, middle and highs all sound all the time. Its
 * score is the mean over its seconds and the three ranges of the level in dB: a rest in any range costs more than a loud
 * moment brings, which a mean of powers would turn round. Keeps three numbers per second.
 */
public final class PassageSearch {
    /** Long enough for a phrase, short enough to be remembered while the other one plays. */
    public static final int PASSAGE_SECONDS = 25;

    /** Under this there is nothing to compare by. */
    public static final int LEAST_SECONDS = 5;

    /** Of power: what is quieter is as good as silence. */
    private static final double FLOOR = 1e-8;

    private final int sampleRateHz;
    private final RangeFilters[] filters;
    private final List<double[]> seconds = new ArrayList<>();
    private double[] power = new double[RangeFilters.RANGES];
    private int framesOfSecond;
    private long frames;

    public PassageSearch(AudioFormat format) {
        this.sampleRateHz = format.sampleRateHz();
        this.filters = new RangeFilters[format.channels()];
        for (int channel = 0; channel < filters.length; channel++) {
            filters[channel] = new RangeFilters(sampleRateHz);
        }
    }

    public void accept(AudioBlock block) {
        for (int at = 0; at < block.frames(); ) {
            int count = Math.min(block.frames() - at, sampleRateHz - framesOfSecond);
            for (int channel = 0; channel < filters.length; channel++) {
                filters[channel].addPowers(block.channel(channel), at, count, power);
            }
            at += count;
            frames += count;
            framesOfSecond += count;
            if (framesOfSecond == sampleRateHz) {
                seconds.add(power);
                power = new double[RangeFilters.RANGES];
                framesOfSecond = 0;
            }
        }
    }

    /**
     * The passage, or the whole track where that is no longer than one; of equal ones the first. Empty if the track is
     * shorter than {@value #LEAST_SECONDS} s or silent throughout.
     */
    public Optional<Passage> finish() {
        if (frames < (long) LEAST_SECONDS * sampleRateHz || silent()) {
            return Optional.empty();
        }
        if (frames <= (long) PASSAGE_SECONDS * sampleRateHz) {
            return Optional.of(new Passage(0, frames, sampleRateHz));
        }
        double score = 0;
        double best = Double.NEGATIVE_INFINITY;
        int start = 0;
        for (int second = 0; second < seconds.size(); second++) {
            score += level(second);
            if (second >= PASSAGE_SECONDS) {
                score -= level(second - PASSAGE_SECONDS);
            }
            // What a sum that is carried along rounds off must not make a later passage better than an equal one.
            if (second >= PASSAGE_SECONDS - 1 && score > best + 1e-6) {
                best = score;
                start = second - PASSAGE_SECONDS + 1;
            }
        }
        return Optional.of(
                new Passage((long) start * sampleRateHz, (long) PASSAGE_SECONDS * sampleRateHz, sampleRateHz));
    }

    private boolean silent() {
        return seconds.stream().allMatch(second -> second[0] + second[1] + second[2] <= FLOOR * sampleRateHz);
    }

    private double level(int second) {
        double level = 0;
        for (double range : seconds.get(second)) {
            level += 10 * Math.log10(range / sampleRateHz + FLOOR);
        }
        return level;
    }
}
