package io.auralis.aggregator.statistics;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a cohort's contributors want, as integer counts in two folds. Two states merge by addition, so that cohorts may
 * be pooled in any order with the same result.
 *
 * @param train the contributors from whom a proposal is computed
 * @param heldOut those it is tested on
 */
public record CohortState(Counts train, Counts heldOut) {
    public static final CohortState EMPTY = new CohortState(Counts.NONE, Counts.NONE);

    public CohortState plus(Voice voice) {
        return switch (voice.fold()) {
            case TRAIN -> new CohortState(train.plus(voice.counts()), heldOut);
            case HELD_OUT -> new CohortState(train, heldOut.plus(voice.counts()));
        };
    }

    /** Undoes {@link #plus} exactly. */
    public CohortState minus(Voice voice) {
        return switch (voice.fold()) {
            case TRAIN -> new CohortState(train.minus(voice.counts()), heldOut);
            case HELD_OUT -> new CohortState(train, heldOut.minus(voice.counts()));
        };
    }

    public CohortState merge(CohortState other) {
        return new CohortState(train.plus(other.train), heldOut.plus(other.heldOut));
    }

    public long contributors() {
        return train.at(CountSlots.CONTRIBUTORS) + heldOut.at(CountSlots.CONTRIBUTORS);
    }

    public boolean isEmpty() {
        return train.isEmpty() && heldOut.isEmpty();
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(1 + train.mostBytes() + heldOut.mostBytes());
        out.put(CountSlots.LAYOUT);
        train.write(out);
        heldOut.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #bytes} gave, or of another layout */
    public static CohortState parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        requireLayout(in);
        return new CohortState(Counts.read(in), Counts.read(in));
    }

    static void requireLayout(ByteBuffer in) {
        if (!in.hasRemaining() || in.get() != CountSlots.LAYOUT) {
            throw new IllegalArgumentException(
                    "the counts are not of layout " + CountSlots.LAYOUT + ": rebuild them under a new generation");
        }
    }
}
