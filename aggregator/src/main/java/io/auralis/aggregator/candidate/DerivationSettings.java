package io.auralis.aggregator.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** How candidates are derived. */
@ConfigMapping(prefix = "auralis.aggregator")
interface DerivationSettings {
    /** k: of fewer contributors nothing is said. 50 is what comparable surveys with one operator use. */
    @WithDefault("50")
    int minimumContributors();

    /** A release a month is what the quarter's budget allows for, with as many again on demand. */
    @WithDefault("30D")
    Duration deriveEvery();

    /** Newest months to look at; of each population the one with the most contributors counts. */
    @WithDefault("3")
    int months();

    PrivacySettings privacy();

    /** What of a contributor's privacy may be spent, as zero-concentrated differential privacy. */
    interface PrivacySettings {
        /**
         * Of all figures of one population and month together. At 0.75 a bin of a histogram carries noise of a standard
         * deviation of 2.6 contributors, with which 150 contributors whose wishes spread by 0.3 dB give their mean within
         * 0.1 dB, mostly.
         */
        @WithDefault("0.75")
        BigDecimal rhoPerRelease();

        /** Of all releases of a population's reports of one calendar quarter. */
        @WithDefault("3")
        BigDecimal rhoPerQuarter();

        /** Where epsilon is stated: below one in a population of up to a million. */
        @WithDefault("0.000001")
        double delta();
    }
}
