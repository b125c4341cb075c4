package io.auralis.contracts.candidate;

import java.util.List;

/**
 * Why a candidate is proposed. Every figure that depends on reports is differentially private (discrete Gaussian noise
 * on integer counts, Canonne, Kamath, Steinke 2020) or computed from such figures only.
 *
 * @param contributors how many contributors stand behind it, with noise, at least the threshold k
 * @param months first and last month counted, {@code YYYY-MM}
 * @param location 20 % trimmed mean of the contributors' deltas, in the dimension's unit
 * @param intervalLow lower end of the 95 % interval of the location
 * @param intervalHigh upper end
 * @param asks how often listeners asked for more, said fine, asked for less, in that order, with noise
 * @param holdOut the test on contributors that the location was not computed from
 * @param histogram contributors per delta, with noise, from minus to plus the dimension's limit in grid steps
 * @param privacy what was spent
 * @param method the derivation in words, for the maintainer
 */
public record CandidateEvidence(
        long contributors,
        List<String> months,
        double location,
        double intervalLow,
        double intervalHigh,
        List<Long> asks,
        HoldOut holdOut,
        List<Long> histogram,
        PrivacySpent privacy,
        String method) {

    /**
     * @param contributors how many were held out, with noise
     * @param meanAbsoluteDeltaBefore their mean absolute personal delta against the model as it is
     * @param meanAbsoluteDeltaAfter the same against the model with the change: a candidate is proposed only if it falls
     */
    public record HoldOut(long contributors, double meanAbsoluteDeltaBefore, double meanAbsoluteDeltaAfter) {}

    /**
     * @param rho zero-concentrated differential privacy of this candidate's figures
     * @param epsilon the same as (ε, δ)-differential privacy
     * @param delta its δ
     */
    public record PrivacySpent(double rho, double epsilon, double delta) {}

    public CandidateEvidence {
        months = List.copyOf(months);
        asks = List.copyOf(asks);
        histogram = List.copyOf(histogram);
        if (holdOut == null || privacy == null || method == null) {
            throw new IllegalArgumentException("evidence needs its hold-out test, privacy figures and method");
        }
    }
}
