package io.auralis.aggregator.stream;

import io.auralis.contracts.taste.ReportRetention;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How the topology runs. */
@ConfigMapping(prefix = "auralis.aggregator")
public interface StreamSettings {
    /** Folder of the local stores; lost, it is restored from the broker. One per instance on a machine. */
    @WithDefault("${user.home}/.local/state/auralis-aggregator")
    Path stateDir();

    /** Raising it counts the whole topic anew, beside the old state, and replaces the database's statistics. */
    @WithDefault("1")
    int generation();

    /** Threads that share the partitions of this instance. */
    @WithDefault("1")
    int threads();

    /** Copies of each store on other instances, for a quick takeover. */
    @WithDefault("0")
    int standbyReplicas();

    /** How often work is committed: a report is in the database after about three of them. */
    @WithDefault("500ms")
    Duration commitInterval();

    /** Bytes within which changes of one cohort between two commits become one. */
    @WithDefault("33554432")
    long cacheBytes();

    /** How long after a failure the next attempt is made. */
    @WithDefault("1s")
    Duration retryAfter();

    /** Months that a report counts after its own; the topic keeps reports as long. */
    @WithDefault("" + ReportRetention.MONTHS)
    int keepMonths();

    TopicSettings topics();

    /** How topics are created when they are absent; existing ones stay as they are. */
    interface TopicSettings {
        /** Copies of each record: 1 suits one broker, 3 a cluster. */
        @WithDefault("1")
        short replicationFactor();

        /** Copies that must exist before a write counts: 1 suits one broker, 2 a cluster that may lose one. */
        @WithDefault("1")
        short minInsyncReplicas();
    }
}
