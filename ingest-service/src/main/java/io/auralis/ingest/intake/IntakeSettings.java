package io.auralis.ingest.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the service takes from one request. */
@ConfigMapping(prefix = "auralis.ingest.intake")
interface IntakeSettings {
    /** Longest body: 500 submissions have at most 1.2 MB in canonical form, the rest is for other layouts. */
    @WithDefault("2M")
    MemorySize bodyLimit();

    /** Submissions in one batch; more would make one request wait for too much at once. */
    @WithDefault("500")
    int batchLimit();

    /** What a client is told to wait when the broker is away: about as long as a broker's restart. */
    @WithDefault("10s")
    Duration retryAfter();

    /** Months before the current one of which a report is believed; see {@code ReportWindow.MONTHS_BACK}. */
    @WithDefault("3")
    int monthsBack();
}
