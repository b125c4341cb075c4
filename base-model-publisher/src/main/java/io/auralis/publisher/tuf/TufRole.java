package io.auralis.publisher.tuf;

import java.util.Locale;

/** The four top-level roles of TUF (specification section 2.1). There are no delegations. */
public enum TufRole {
    ROOT,
    TARGETS,
    SNAPSHOT,
    TIMESTAMP;

    /** The name in metadata and file names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file of one version; the timestamp alone has no version in its name (specification section 7). */
    String fileName(int version) {
        return this == TIMESTAMP ? "timestamp.json" : version + "." + key() + ".json";
    }
}
