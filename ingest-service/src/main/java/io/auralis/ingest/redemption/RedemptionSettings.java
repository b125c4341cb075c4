package io.auralis.ingest.redemption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are spent. */
@ConfigMapping(prefix = "auralis.ingest.redemption")
interface RedemptionSettings {
    /** Wait for the database before 503: some hundred times what spending takes. */
    @WithDefault("2s")
    Duration patience();
}
