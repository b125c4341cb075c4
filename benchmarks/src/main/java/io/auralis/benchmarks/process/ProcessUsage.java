package io.auralis.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far, as Linux counts it (proc(5)).
 *
 * @param cpuSeconds of all its threads, in user and kernel mode
 * @param residentBytes memory that it holds now
 * @param peakBytes the most that it ever held
 */
public record ProcessUsage(double cpuSeconds, long residentBytes, long peakBytes) {
    /** USER_HZ: the unit of these figures on every Linux architecture that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    /** Counted from the state that follows the name: utime, stime and those of ended children are 12th to 15th. */
    private static final int OWN_TICKS = 11;

    private static final int CHILDREN_TICKS = 13;

    public static ProcessUsage of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            long resident = 0;
            long peak = 0;
            for (String line : Files.readAllLines(folder.resolve("status"))) {
                if (line.startsWith("VmRSS:")) {
                    resident = kilobytes(line);
                } else if (line.startsWith("VmHWM:")) {
                    peak = kilobytes(line);
                }
            }
            return new ProcessUsage(seconds(folder, OWN_TICKS), resident, peak);
        } catch (IOException e) {
            throw new BenchmarkException("Cannot read what process " + pid + " uses; is it gone?", e);
        }
    }

    /** CPU seconds of all processes that this one started and that have ended, clients for instance. */
    public static double cpuSecondsOfEndedChildren() {
        try {
            return seconds(Path.of("/proc/self"), CHILDREN_TICKS);
        } catch (IOException e) {
            throw new BenchmarkException("Cannot read /proc/self/stat; this needs Linux.", e);
        }
    }

    private static double seconds(Path folder, int from) throws IOException {
        String stat = Files.readString(folder.resolve("stat"));
        // The name before may hold spaces and brackets itself.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])) / TICKS_PER_SECOND;
    }

    private static long kilobytes(String line) {
        return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
    }
}
