package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.endpoint.Target;
import io.auralis.benchmarks.figures.Median;
import io.auralis.benchmarks.load.Measured;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One target under one shape: medians over its runs.
 *
 * @param valid whether no run had an error or a record that never arrived; the figures of others mean nothing
 * @param errors of all runs
 * @param missing records of all runs that were answered for and are not in the topic
 * @param slowest the lowest requests per second of a run
 * @param fastest the highest
 * @param cpuMicrosPerRecord of the target's process
 * @param cpuBoundRequestsPerSecond see {@link Run#cpuBoundRequestsPerSecond}
 * @param serviceCores kept busy by the target's process
 * @param brokerCores by the broker
 * @param clientCores by the client
 * @param residentMegabytes memory of the target's process
 */
record Row(
        String target,
        int connections,
        int batch,
        boolean valid,
        double requestsPerSecond,
        double recordsPerSecond,
        double p50Millis,
        double p99Millis,
        long errors,
        long missing,
        double slowest,
        double fastest,
        double cpuMicrosPerRecord,
        double cpuBoundRequestsPerSecond,
        double serviceCores,
        double brokerCores,
        double clientCores,
        double residentMegabytes) {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    static Row of(Target target, Shape shape, List<Run> runs) {
        long errors = runs.stream().mapToLong(run -> run.seen().errors()).sum();
        long missing = runs.stream().mapToLong(run -> run.missing(shape)).sum();
        return new Row(
                target.name(),
                shape.connections(),
                shape.batch(),
                errors == 0 && missing == 0,
                seen(runs, Measured::requestsPerSecond),
                Median.of(runs, run -> run.recordsPerSecond(shape)),
                seen(runs, Measured::p50Millis),
                seen(runs, Measured::p99Millis),
                errors,
                missing,
                runs.stream()
                        .mapToDouble(run -> run.seen().requestsPerSecond())
                        .min()
                        .orElse(0),
                runs.stream()
                        .mapToDouble(run -> run.seen().requestsPerSecond())
                        .max()
                        .orElse(0),
                Median.of(
                        runs,
                        run -> 1e6
                                * run.serviceCpuSeconds()
                                / Math.max(1, shape.batch() * run.seen().requests())),
                Median.of(runs, run -> run.cpuBoundRequestsPerSecond(CORES)),
                Median.of(runs, run -> run.serviceCpuSeconds() / run.seen().seconds()),
                Median.of(runs, run -> run.brokerCpuSeconds() / run.seen().seconds()),
                Median.of(runs, run -> run.clientCpuSeconds() / run.seen().seconds()),
                Median.of(runs, run -> run.residentBytes() / 1e6));
    }

    private static double seen(List<Run> runs, ToDoubleFunction<Measured> figure) {
        return Median.of(runs, run -> figure.applyAsDouble(run.seen()));
    }
}
