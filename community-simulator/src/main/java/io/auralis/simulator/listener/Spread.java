package io.auralis.simulator.listener;

import java.util.random.RandomGenerator;

/**
 * How a preference is spread over a population: normally, about a mean.
 *
 * @param mean in the dimension's unit, relative to the base model
 * @param deviation standard deviation, not negative
 */
public record Spread(double mean, double deviation) {
    public Spread {
        if (!Double.isFinite(mean) || !(deviation >= 0) || !Double.isFinite(deviation)) {
            throw new IllegalArgumentException("a spread needs a mean and a deviation that is not negative");
        }
    }

    double draw(RandomGenerator random) {
        return mean + deviation * random.nextGaussian();
    }
}
