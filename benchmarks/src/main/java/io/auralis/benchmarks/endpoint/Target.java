package io.auralis.benchmarks.endpoint;

import io.auralis.benchmarks.payload.BodyFormat;
import io.auralis.contracts.taste.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that stores reports.
 *
 * @param name as the table says
 * @param address without a path
 * @param path that a POST of reports goes to
 * @param readyPath that a GET asks for readiness; empty where there is none
 * @param format of its bodies
 * @param topic that it writes to, which tells what really arrived
 * @param paid whether a report costs a contribution token
 * @param pid of its process; absent for a peer whose process was not named
 */
public record Target(
        String name,
        String address,
        String path,
        String readyPath,
        BodyFormat format,
        String topic,
        boolean paid,
        @Nullable Long pid) {

    public String url() {
        return address + path;
    }

    /** Whether it is the service that all others are compared with. */
    public boolean isIngest() {
        return topic.equals(Topics.TASTE_REPORTS);
    }
}
