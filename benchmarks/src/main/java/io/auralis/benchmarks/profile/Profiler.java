package io.auralis.benchmarks.profile;

import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Records another Java process with the JDK's flight recorder while it is under load. */
public final class Profiler {
    private static final String RECORDING = "name=benchmark";
    private static final int MOST_METHODS = 20;

    private Profiler() {}

    /**
     * @param pid of a Java process of the same user
     * @param file that the recording is kept in
     * @param load runs while it is recorded
     */
    public static Profile record(long pid, Path file, Runnable load) {
        jcmd(pid, "JFR.start", RECORDING, "settings=profile");
        ThreadTimes before = ThreadTimes.of(pid);
        long begun = System.nanoTime();
        load.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        ThreadTimes after = ThreadTimes.of(pid);
        jcmd(pid, "JFR.stop", RECORDING, "filename=" + file.toAbsolutePath());
        return read(file, after.since(before, seconds));
    }

    private static void jcmd(long pid, String... words) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        if (!Files.isExecutable(Path.of(jcmd))) {
            throw new BenchmarkException("A profile needs a JDK, which has jcmd; this Java has none at " + jcmd + ".");
        }
        var ignored = Output.of(
                "jcmd",
                Stream.concat(Stream.of(jcmd, Long.toString(pid)), Arrays.stream(words))
                        .toList());
    }

    private static Profile read(Path file, List<Profile.ThreadCores> threads) {
        Map<String, Long> features = new HashMap<>();
        Map<String, Long> methods = new HashMap<>();
        long samples = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    List<String> frames = event.getStackTrace().getFrames().stream()
                            .map(Profiler::name)
                            .toList();
                    samples++;
                    features.merge(Feature.of(frames).means(), 1L, Long::sum);
                    methods.merge(frames.isEmpty() ? "?" : frames.get(0), 1L, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new BenchmarkException("Cannot read the recording " + file + ".", e);
        }
        return new Profile(
                samples, shares(features, samples, features.size()), shares(methods, samples, MOST_METHODS), threads);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static List<Profile.Share> shares(Map<String, Long> counts, long samples, int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(entry -> new Profile.Share(entry.getKey(), (double) entry.getValue() / Math.max(1, samples)))
                .toList();
    }
}
