package io.auralis.benchmarks.profile;

import java.util.List;
import java.util.Locale;

/**
 * Where a service spends its time under load.
 *
 * @param samples of threads that ran Java code, by flight recorder
 * @param features shares of the samples, the largest first
 * @param methods the innermost methods with the most samples
 * @param threads cores that each kind of thread kept busy, as Linux counts them, the busiest first
 */
public record Profile(long samples, List<Share> features, List<Share> methods, List<ThreadCores> threads) {
    public Profile {
        features = List.copyOf(features);
        methods = List.copyOf(methods);
        threads = List.copyOf(threads);
    }

    /** @param share 0 to 1 */
    public record Share(String of, double share) {}

    /**
     * @param name of the threads without their numbers, 15 characters at most
     * @param user cores busy in user mode
     * @param system cores busy in the kernel: network and disk
     */
    public record ThreadCores(String name, double user, double system) {}

    /** Three tables for a person, in Markdown. */
    public String text() {
        StringBuilder text =
                new StringBuilder("| what Java code does (" + samples + " samples) | share |\n|---|---|\n");
        features.forEach(feature -> text.append(row(feature)));
        text.append("\n| innermost method | share |\n|---|---|\n");
        methods.forEach(method -> text.append(row(method)));
        text.append("\n| threads | cores, user | cores, kernel |\n|---|---|---|\n");
        threads.forEach(thread -> text.append(
                String.format(Locale.ROOT, "| %s | %.2f | %.2f |%n", thread.name(), thread.user(), thread.system())));
        return text.toString();
    }

    private static String row(Share share) {
        return String.format(Locale.ROOT, "| %s | %.1f %% |%n", share.of(), 100 * share.share());
    }
}
