package io.auralis.publisher.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many maintainers it takes. */
@ConfigMapping(prefix = "auralis.publisher")
public interface ReviewConfiguration {

    /** Approvals from distinct accounts that a candidate needs; 2 where several maintainers work together. */
    @WithDefault("1")
    @Min(1)
    @Max(9)
    int approvals();
}
