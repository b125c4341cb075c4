package io.auralis.engine.meter;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Momentary, short-term and integrated loudness and loudness range, streaming (BS.1770-5 Annex 1, EBU Tech 3341 and
 * 3342). Memory does not depend on the track's length; nothing is allocated per block.
 *
 * <p>Energy is gathered in slots of 10 ms. Gating blocks of 400 ms start every 100 ms as the standard says, but the
 * momentary and short-term maxima are looked up every 10 ms: with steps of 100 ms, Tech 3341's test 13 reads up to
 * 0.45 LU low. Incomplete blocks at the end are discarded (Tech 3341 section 2.6), so a track shorter than 400 ms reads
 * negative infinity.
 */
public final class LoudnessMeter {
    /** From one gating block, and one reading that is told, to the next. */
    public static final double STEP_SECONDS = 0.1;
    /** How long a time the short-term loudness is of. */
    public static final double SHORT_TERM_SECONDS = 3;

    private static final int SLOTS_PER_SECOND = 100;
    private static final int MOMENTARY_SLOTS = 40;
    private static final int SHORT_TERM_SLOTS = 300;
    /** A gating block starts every 100 ms: 75 % overlap. */
    private static final int GATING_STEP_SLOTS = 10;

    private final int sampleRateHz;
    private final double[] weights;
    /** One per two channels. */
    private final KWeighting[] filters;

    private final double[] slotEnergies = new double[SHORT_TERM_SLOTS];
    private final long[] slotFrames = new long[SHORT_TERM_SLOTS];
    private final LoudnessBlocks blocks = new LoudnessBlocks();

    private final DoubleConsumer shortTermLufs;

    private long slots;
    private double energy;
    private long frames;
    private long framesLeft;
    private double momentary;
    private double shortTerm;
    private double maxMomentary;
    private double maxShortTerm;

    public LoudnessMeter(AudioFormat format) {
        this(format, lufs -> {});
    }

    /** @param shortTermLufs told the short-term loudness each {@link #STEP_SECONDS}, from the first whole window on */
    public LoudnessMeter(AudioFormat format, DoubleConsumer shortTermLufs) {
        this.shortTermLufs = shortTermLufs;
        this.sampleRateHz = format.sampleRateHz();
        this.weights = ChannelWeights.of(format.channels());
        this.filters = new KWeighting[(format.channels() + 1) / 2];
        Arrays.setAll(filters, pair -> new KWeighting(sampleRateHz));
        this.framesLeft = framesOfSlot(0);
    }

    /** Hears the block's frames; its channels must match the format. */
    public void accept(AudioBlock block) {
        int from = 0;
        while (from < block.frames()) {
            int to = (int) Math.min(block.frames(), from + framesLeft);
            for (int pair = 0; pair < filters.length; pair++) {
                int one = 2 * pair;
                int other = Math.min(one + 1, weights.length - 1);
                // The last of an odd number of channels stands beside itself.
                double otherWeight = other == one ? 0 : weights[other];
                energy += filters[pair].energy(
                        block.channel(one), weights[one], block.channel(other), otherWeight, from, to);
            }
            frames += to - from;
            framesLeft -= to - from;
            if (framesLeft == 0) {
                endSlot();
            }
            from = to;
        }
    }

    /** Loudness of the last 400 ms, LUFS; negative infinity in silence and before 400 ms were heard. */
    public double momentaryLufs() {
        return LoudnessHistogram.loudness(momentary);
    }

    /** Loudness of the last 3 s, LUFS; negative infinity in silence and before 3 s were heard. */
    public double shortTermLufs() {
        return LoudnessHistogram.loudness(shortTerm);
    }

    /** The highest momentary loudness so far, LUFS. */
    public double maxMomentaryLufs() {
        return LoudnessHistogram.loudness(maxMomentary);
    }

    /** The highest short-term loudness so far, LUFS. */
    public double maxShortTermLufs() {
        return LoudnessHistogram.loudness(maxShortTerm);
    }

    /** Gated loudness of all that was heard, LUFS; negative infinity if nothing passes the absolute gate. */
    public double integratedLufs() {
        return blocks.integratedLufs();
    }

    /**
     * Loudness range, LU: 95th over 10th percentile of the gated short-term loudness. 0 for a track without a whole
     * window of 3 s; unstable under a minute of music (Tech 3342).
     */
    public double loudnessRangeLu() {
        return blocks.loudnessRangeLu();
    }

    /** The blocks heard so far, to be put together with other tracks'; they do not change when more is heard. */
    public LoudnessBlocks blocks() {
        return blocks.copy();
    }

    private void endSlot() {
        int slot = (int) (slots % SHORT_TERM_SLOTS);
        slotEnergies[slot] = energy;
        slotFrames[slot] = frames;
        slots++;
        energy = 0;
        frames = 0;
        framesLeft = framesOfSlot(slots);
        if (slots >= MOMENTARY_SLOTS) {
            momentary = meanSquare(MOMENTARY_SLOTS);
            maxMomentary = Math.max(maxMomentary, momentary);
            if (slots % GATING_STEP_SLOTS == 0) {
                blocks.addMomentary(momentary);
            }
        }
        if (slots >= SHORT_TERM_SLOTS) {
            shortTerm = meanSquare(SHORT_TERM_SLOTS);
            maxShortTerm = Math.max(maxShortTerm, shortTerm);
            if (slots % GATING_STEP_SLOTS == 0) {
                blocks.addShortTerm(shortTerm);
                shortTermLufs.accept(shortTermLufs());
            }
        }
    }

    /** Summed anew each time: a running sum would gather rounding errors and could turn negative in silence. */
    private double meanSquare(int lastSlots) {
        double sum = 0;
        long count = 0;
        for (long slot = slots - lastSlots; slot < slots; slot++) {
            sum += slotEnergies[(int) (slot % SHORT_TERM_SLOTS)];
            count += slotFrames[(int) (slot % SHORT_TERM_SLOTS)];
        }
        return sum / count;
    }

    /** Slots end at the frame nearest to their time, since 10 ms need not be a whole number of frames. */
    private long framesOfSlot(long slot) {
        return startOfSlot(slot + 1) - startOfSlot(slot);
    }

    private long startOfSlot(long slot) {
        return (2 * slot * sampleRateHz + SLOTS_PER_SECOND) / (2 * SLOTS_PER_SECOND);
    }
}
