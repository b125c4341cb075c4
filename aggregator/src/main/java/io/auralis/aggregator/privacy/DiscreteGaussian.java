package io.auralis.aggregator.privacy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Draws integers with probability proportional to exp(-x^2 / (2 sigma^2)), exactly: the only randomness is uniform
 * integers and the only arithmetic is on integers. Canonne, Kamath, Steinke: "The Discrete Gaussian for Differential
 * Privacy" (NeurIPS 2020, arXiv:2004.00010), algorithms 1 to 3. Added to a count of sensitivity s it gives
 * s^2 / (2 sigma^2) zero-concentrated differential privacy (theorem 4 there).
 *
 * <p>The time of a draw depends on what is drawn, so that nobody may time single draws: they are only made in a
 * derivation, which answers when all are done.
 */
public final class DiscreteGaussian {
    private final Random random;

    /** @param random a {@link SecureRandom}; a seeded one in tests only */
    DiscreteGaussian(Random random) {
        this.random = random;
    }

    public static DiscreteGaussian secure() {
        return new DiscreteGaussian(new SecureRandom());
    }

    /** The same noise every time: for tests, private to nobody. */
    public static DiscreteGaussian seeded(long seed) {
        return new DiscreteGaussian(new Random(seed));
    }

    /**
     * One draw (algorithm 3): a discrete Laplace of scale t = floor(sigma) + 1, kept with the probability that makes it
     * a Gaussian.
     *
     * @param sigmaSquared positive
     */
    public long draw(Rational sigmaSquared) {
        if (sigmaSquared.numerator().signum() == 0) {
            throw new IllegalArgumentException("noise needs a positive variance");
        }
        BigInteger t = sigmaSquared
                .numerator()
                .divide(sigmaSquared.denominator())
                .sqrt()
                .add(BigInteger.ONE);
        BigInteger a = sigmaSquared.numerator();
        BigInteger b = sigmaSquared.denominator();
        // gamma = (|y| - sigma^2/t)^2 / (2 sigma^2) = (|y| t b - a)^2 / (2 a b t^2)
        BigInteger gammaDenominator = a.multiply(b).multiply(t).multiply(t).shiftLeft(1);
        while (true) {
            BigInteger y = discreteLaplace(t);
            BigInteger root = y.abs().multiply(t).multiply(b).subtract(a);
            if (bernoulliExp(root.multiply(root), gammaDenominator)) {
                return y.longValueExact();
            }
        }
    }

    /** Algorithm 2 with scale t/1: probability proportional to exp(-|y| / t). */
    private BigInteger discreteLaplace(BigInteger t) {
        while (true) {
            BigInteger u = below(t);
            if (!bernoulliExp(u, t)) {
                continue;
            }
            BigInteger v = BigInteger.ZERO;
            while (bernoulliExp(BigInteger.ONE, BigInteger.ONE)) {
                v = v.add(BigInteger.ONE);
            }
            BigInteger magnitude = u.add(t.multiply(v));
            boolean negative = random.nextBoolean();
            if (!(negative && magnitude.signum() == 0)) {
                return negative ? magnitude.negate() : magnitude;
            }
        }
    }

    /** True with probability exp(-numerator / denominator) (algorithm 1). */
    private boolean bernoulliExp(BigInteger numerator, BigInteger denominator) {
        BigInteger[] wholeAndRest = numerator.divideAndRemainder(denominator);
        for (BigInteger i = BigInteger.ZERO; i.compareTo(wholeAndRest[0]) < 0; i = i.add(BigInteger.ONE)) {
            if (!bernoulliExpBelowOne(BigInteger.ONE, BigInteger.ONE)) {
                return false;
            }
        }
        return bernoulliExpBelowOne(wholeAndRest[1], denominator);
    }

    /** The same for an exponent of at most 1: the parity of the first failure among trials of gamma / k. */
    private boolean bernoulliExpBelowOne(BigInteger numerator, BigInteger denominator) {
        long k = 1;
        while (below(denominator.multiply(BigInteger.valueOf(k))).compareTo(numerator) < 0) {
            k++;
        }
        return k % 2 == 1;
    }

    /** Uniform below a bound, by rejection. */
    private BigInteger below(BigInteger bound) {
        int bits = bound.bitLength();
        while (true) {
            BigInteger drawn = new BigInteger(bits, random);
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }
}
