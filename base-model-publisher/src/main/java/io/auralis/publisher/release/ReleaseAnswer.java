package io.auralis.publisher.release;

import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.publisher.catalog.ReleaseRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A release as maintainers see it.
 *
 * @param version the model's
 * @param state releasing, released, yanking or yanked
 * @param origin built-in or composed
 * @param sha256 of the bundle's bytes
 * @param summary the maintainer's words
 * @param changelog one sentence per change
 * @param candidates ids of what it is made of
 * @param releasedBy account
 * @param releasedAt when
 * @param yankedBy account
 * @param yankedAt when
 * @param yankReason why
 */
record ReleaseAnswer(
        String version,
        String state,
        String origin,
        String sha256,
        String summary,
        List<String> changelog,
        List<String> candidates,
        @Nullable String releasedBy,
        Instant releasedAt,
        @Nullable String yankedBy,
        @Nullable Instant yankedAt,
        @Nullable String yankReason) {

    /** All releases, newest version first. */
    record Listing(List<ReleaseAnswer> releases) {}

    static ReleaseAnswer of(ReleaseRow row) {
        ProfileBundle bundle = ProfileBundle.parse(row.bundle);
        return new ReleaseAnswer(
                row.version,
                row.state.name().toLowerCase(Locale.ROOT),
                row.origin,
                row.sha256,
                row.summary,
                bundle.changelog(),
                bundle.provenance().candidates(),
                row.releasedBy,
                row.releasedAt,
                row.yankedBy,
                row.yankedAt,
                row.yankReason);
    }
}
