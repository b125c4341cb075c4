package io.auralis.publisher.catalog;

/** Where a release is. The two states on the way are decided but maybe not in the repository yet; a start finishes them. */
public enum ReleaseState {
    RELEASING,
    RELEASED,
    YANKING,
    YANKED;

    /** Whether the release belongs among the repository's targets. */
    public boolean isOffered() {
        return this == RELEASING || this == RELEASED;
    }

    /** The state once the repository shows it. */
    public ReleaseState settled() {
        return isOffered() ? RELEASED : YANKED;
    }
}
