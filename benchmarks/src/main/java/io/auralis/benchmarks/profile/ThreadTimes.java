package io.auralis.benchmarks.profile;

import io.auralis.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** CPU time of a process by kind of thread, from proc(5): it counts the kernel's part and the JVM's own threads too. */
record ThreadTimes(Map<String, long[]> ticks) {
    /** USER_HZ, see {@code ProcessUsage}. */
    private static final double TICKS_PER_SECOND = 100;

    /** Less than this of a core is noise. */
    private static final double LEAST_CORES = 0.005;

    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static ThreadTimes of(long pid) {
        Map<String, long[]> ticks = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                add(ticks, thread);
            }
        } catch (IOException e) {
            throw new BenchmarkException("Cannot read the threads of process " + pid + "; is it gone?", e);
        }
        return new ThreadTimes(ticks);
    }

    private static void add(Map<String, long[]> ticks, Path thread) throws IOException {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name =
                    stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')).replaceAll("[-#\\s]*\\d+[-\\d]*$", "");
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long[] sum = ticks.computeIfAbsent(name, kind -> new long[2]);
            sum[0] += Long.parseLong(fields[USER]);
            sum[1] += Long.parseLong(fields[SYSTEM]);
        } catch (NoSuchFileException endedMeanwhile) {
            // Pool threads come and go; what this one used is lost.
        }
    }

    List<Profile.ThreadCores> since(ThreadTimes before, double seconds) {
        return ticks.entrySet().stream()
                .map(entry -> {
                    long[] then = before.ticks.getOrDefault(entry.getKey(), new long[2]);
                    double perTick = 1 / TICKS_PER_SECOND / seconds;
                    return new Profile.ThreadCores(
                            entry.getKey(),
                            (entry.getValue()[0] - then[0]) * perTick,
                            (entry.getValue()[1] - then[1]) * perTick);
                })
                .filter(thread -> thread.user() + thread.system() >= LEAST_CORES)
                .sorted(Comparator.comparingDouble((Profile.ThreadCores thread) -> -thread.user() - thread.system()))
                .toList();
    }
}
