package io.auralis.engine.fingerprint;

import io.auralis.engine.audio.AudioBlock;

/** Width and correlation of the first two channels. Mono has width 0 and correlation 1. */
final class StereoField {
    /** A channel whose variance is this small beside its mean square is a constant: the rest is rounding. */
    private static final double CONSTANT = 1e-12;

    private final boolean mono;
    private long frames;
    private double left;
    private double right;
    private double leftSquares;
    private double rightSquares;
    private double products;

    StereoField(int channels) {
        this.mono = channels == 1;
    }

    void accept(AudioBlock block) {
        if (mono) {
            return;
        }
        double[] l = block.channel(0);
        double[] r = block.channel(1);
        double sumLeft = 0;
        double sumRight = 0;
        double sumLeftSquares = 0;
        double sumRightSquares = 0;
        double sumProducts = 0;
        for (int i = 0; i < block.frames(); i++) {
            sumLeft += l[i];
            sumRight += r[i];
            sumLeftSquares += l[i] * l[i];
            sumRightSquares += r[i] * r[i];
            sumProducts += l[i] * r[i];
        }
        left += sumLeft;
        right += sumRight;
        leftSquares += sumLeftSquares;
        rightSquares += sumRightSquares;
        products += sumProducts;
        frames += block.frames();
    }

    /** Side energy over mid plus side energy, 0..1, with M, S = (L ± R) / 2; 0 for silence. */
    double width() {
        double total = leftSquares + rightSquares;
        return total == 0 ? 0 : Math.max(0, (total - 2 * products) / (2 * total));
    }

    /**
     * Pearson's correlation of left and right, -1..1. Where it is undefined: 1 if neither channel varies, 0 if only one
     * does.
     */
    double correlation() {
        double leftVariance = leftSquares - left * left / Math.max(1, frames);
        double rightVariance = rightSquares - right * right / Math.max(1, frames);
        boolean leftConstant = leftVariance <= CONSTANT * leftSquares;
        boolean rightConstant = rightVariance <= CONSTANT * rightSquares;
        if (mono || (leftConstant && rightConstant)) {
            return 1;
        }
        if (leftConstant || rightConstant) {
            return 0;
        }
        double covariance = products - left * right / frames;
        // Rounding may carry the quotient of identical channels a last bit over 1.
        return Math.max(-1, Math.min(1, covariance / Math.sqrt(leftVariance * rightVariance)));
    }
}
