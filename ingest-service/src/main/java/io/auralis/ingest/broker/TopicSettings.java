package io.auralis.ingest.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How topics are created when they are absent; existing ones stay as they are. */
@ConfigMapping(prefix = "auralis.ingest.topics")
interface TopicSettings {
    /** Copies of each record: 1 suits one broker, 3 a cluster. */
    @WithDefault("1")
    short replicationFactor();

    /** Copies that must exist before a report counts as stored: 1 suits one broker, 2 a cluster that may lose one. */
    @WithDefault("1")
    short minInsyncReplicas();
}
