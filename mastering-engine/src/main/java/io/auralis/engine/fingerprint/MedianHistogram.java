package io.auralis.engine.fingerprint;

/** The median of a stream of numbers by counting them into equal bins: memory stays the same however many come. */
final class MedianHistogram {
    private final double low;
    private final double binWidth;
    private final long[] counts;
    private long count;

    /** Numbers outside low to high count into the outermost bins. */
    MedianHistogram(double low, double high, int bins) {
        this.low = low;
        this.binWidth = (high - low) / bins;
        this.counts = new long[bins];
    }

    void add(double value) {
        int bin = (int) Math.floor((value - low) / binWidth);
        counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Interpolated within its bin. Undefined while empty. */
    double median() {
        double rank = count / 2.0;
        long below = 0;
        int bin = 0;
        while (below + counts[bin] < rank) {
            below += counts[bin];
            bin++;
        }
        return low + binWidth * (bin + (rank - below) / counts[bin]);
    }
}
