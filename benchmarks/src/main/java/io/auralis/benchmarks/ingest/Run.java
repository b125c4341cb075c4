package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.load.Measured;

/**
 * One run of one target.
 *
 * @param seen by the client
 * @param landed records that the topic got meanwhile
 * @param serviceCpuSeconds used by the target's process; 0 where it is not known
 * @param brokerCpuSeconds used by the broker
 * @param clientCpuSeconds used by the client
 * @param residentBytes of the target's process after the run; 0 where it is not known
 */
record Run(
        Measured seen,
        long landed,
        double serviceCpuSeconds,
        double brokerCpuSeconds,
        double clientCpuSeconds,
        long residentBytes) {

    double recordsPerSecond(Shape shape) {
        return shape.batch() * seen.requestsPerSecond();
    }

    /**
     * Requests that so many cores could carry if they did nothing else, by the CPU that service, broker and client used; on
     * a machine that is busy otherwise the only figure that means something. 0 where the target's process is not known.
     */
    double cpuBoundRequestsPerSecond(int cores) {
        return serviceCpuSeconds == 0
                ? 0
                : cores * seen.requests() / (serviceCpuSeconds + brokerCpuSeconds + clientCpuSeconds);
    }

    /** Records that were answered for and are not there: the answer was no acknowledgement, whatever its status. */
    long missing(Shape shape) {
        return Math.max(0, shape.batch() * (seen.requests() - seen.errors()) - landed);
    }
}
