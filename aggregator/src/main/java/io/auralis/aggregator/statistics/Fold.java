package io.auralis.aggregator.statistics;

/** Which part of a derivation a contributor serves, decided by his report id alone so that it never changes. */
public enum Fold {
    /** Four fifths: what they want is what is proposed. */
    TRAIN,
    /** One fifth: a proposal is tested on them. */
    HELD_OUT;

    private static final int ONE_OF = 5;

    /** @param reportId 64 hex digits of a SHA-256, uniform already, so that 32 bits of it need no further hash */
    static Fold of(String reportId) {
        return Long.parseLong(reportId.substring(0, 8), 16) % ONE_OF == 0 ? HELD_OUT : TRAIN;
    }
}
