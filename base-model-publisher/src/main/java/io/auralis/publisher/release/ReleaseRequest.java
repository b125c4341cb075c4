package io.auralis.publisher.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a maintainer sends to release.
 *
 * @param summary what the release is, in his own words, 1 to {@value #LONGEST_SUMMARY} characters
 * @param candidates ids of approved candidates; null takes all that are approved
 */
record ReleaseRequest(String summary, @Nullable List<String> candidates) {
    /** As long as a bundle's note may be. */
    static final int LONGEST_SUMMARY = 2000;

    @JsonCreator
    ReleaseRequest(
            @JsonProperty("summary") @Nullable String summary,
            @JsonProperty("candidates") @Nullable List<String> candidates) {
        this.summary = summary == null ? "" : summary.strip();
        this.candidates = candidates == null ? null : List.copyOf(candidates);
        if (this.summary.isEmpty() || this.summary.length() > LONGEST_SUMMARY) {
            throw new IllegalArgumentException(
                    "A release needs a summary of at most " + LONGEST_SUMMARY + " characters.");
        }
    }

    /** A maintainer's reason for taking a release back. */
    record Yank(String reason) {
        @JsonCreator
        Yank(@JsonProperty("reason") @Nullable String reason) {
            this.reason = reason == null ? "" : reason.strip();
            if (this.reason.isEmpty() || this.reason.length() > LONGEST_SUMMARY) {
                throw new IllegalArgumentException(
                        "A yank needs a reason of at most " + LONGEST_SUMMARY + " characters.");
            }
        }
    }
}
