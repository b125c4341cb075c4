package io.auralis.contracts.taste;

/**
 * What a listener asked for in one dimension, and where his personal layer stands.
 *
 * @param more how often he asked for more, 0..100,000
 * @param fine how often he praised it
 * @param less how often he asked for less
 * @param deltaSteps his current delta in whole grid steps of the dimension
 */
public record DimensionTally(int more, int fine, int less, int deltaSteps) {
    private static final int MOST = 100_000;

    public DimensionTally {
        for (int count : new int[] {more, fine, less}) {
            if (count < 0 || count > MOST) {
                throw new IllegalArgumentException("a count of asks must be 0.." + MOST + " but is " + count);
            }
        }
    }
}
