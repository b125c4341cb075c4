package io.auralis.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a program from its start to its end and says what it and all that it started used. */
public final class WholeRun {
    /** Often enough to meet the peak of a run of seconds, seldom enough to cost it nothing. */
    private static final long LOOK_MILLIS = 20;

    private final double wallSeconds;
    private final double cpuSeconds;
    private final long peakBytes;

    private WholeRun(double wallSeconds, double cpuSeconds, long peakBytes) {
        this.wallSeconds = wallSeconds;
        this.cpuSeconds = cpuSeconds;
        this.peakBytes = peakBytes;
    }

    public double wallSeconds() {
        return wallSeconds;
    }

    /** Of the program and of those of its children that it waited for. */
    public double cpuSeconds() {
        return cpuSeconds;
    }

    /** The most resident memory that all of them held at one time. */
    public long peakBytes() {
        return peakBytes;
    }

    /**
     * @param log where what it prints goes
     * @throws BenchmarkException when it cannot be started or fails
     */
    public static WholeRun of(List<String> command, Map<String, String> environment, Path log) {
        double before = ProcessUsage.cpuSecondsOfEndedChildren();
        long started = System.nanoTime();
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            long peak = 0;
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, residentBytes(process.toHandle()));
            }
            double wall = (System.nanoTime() - started) / 1e9;
            if (process.exitValue() != 0) {
                throw new BenchmarkException(
                        command.get(0) + " failed: " + Files.readString(log).strip());
            }
            return new WholeRun(wall, ProcessUsage.cpuSecondsOfEndedChildren() - before, peak);
        } catch (IOException e) {
            throw new BenchmarkException("Cannot run " + command.get(0) + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }

    private static long residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> residentBytes(one.pid()))
                .sum();
    }

    /** 0 for one that has just ended. */
    private static long residentBytes(long pid) {
        try {
            return ProcessUsage.of(pid).residentBytes();
        } catch (BenchmarkException gone) {
            return 0;
        }
    }
}
