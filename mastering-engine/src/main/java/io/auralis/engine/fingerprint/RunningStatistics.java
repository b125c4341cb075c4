package io.auralis.engine.fingerprint;

/** Mean and population standard deviation of a stream of numbers (Welford 1962, Technometrics 4(3)). */
final class RunningStatistics {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /** 0 for fewer than two numbers. */
    double deviation() {
        return count < 2 ? 0 : Math.sqrt(squares / count);
    }

    /** Coefficient of variation: deviation over mean, 0 for fewer than two numbers. For positive numbers only. */
    double variation() {
        return count < 2 ? 0 : deviation() / mean;
    }
}
