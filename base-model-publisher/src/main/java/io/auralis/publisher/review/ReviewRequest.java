package io.auralis.publisher.review;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a maintainer sends to decide.
 *
 * @param reason why, at most {@value #LONGEST_REASON} characters; empty only for an approval
 * @param documentSha256 of the document looked at; absent takes the one offered now
 */
record ReviewRequest(String reason, @Nullable String documentSha256) {
    static final int LONGEST_REASON = 2000;

    @JsonCreator
    ReviewRequest(
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("documentSha256") @Nullable String documentSha256) {
        this.reason = reason == null ? "" : reason.strip();
        this.documentSha256 = documentSha256;
        if (this.reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " characters.");
        }
    }
}
