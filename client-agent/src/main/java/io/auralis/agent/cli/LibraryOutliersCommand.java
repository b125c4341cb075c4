package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.signature.Outliers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis library outliers}. */
@Command(
        name = "outliers",
        description = "Find the tracks that stand apart from the library, and by which of their figures.",
        footer = {"", "Example: auralis library outliers --count 5"})
final class LibraryOutliersCommand implements Callable<Integer> {
    private static final int NAMED = 3;

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at most; default: ${DEFAULT-VALUE}.")
    private int count;

    LibraryOutliersCommand(Session session) {
        this.session = session;
    }

    /**
     * An outlier as {@code --json} prints it.
     *
     * @param distance about 1 for a usual track
     * @param by the dimensions that make it one, the farthest first; scores in robust deviations from the median
     */
    record View(String path, double distance, List<Outliers.By> by) {}

    @Override
    public Integer call() {
        List<View> views = new ArrayList<>();
        try (Library library = LibraryAccess.open(session)) {
            for (Outliers.Outlier outlier : Outliers.of(LibraryAccess.fingerprints(library), Math.max(0, count))) {
                views.add(new View(library.track(outlier.id()).path(), outlier.distance(), outlier.by()));
            }
        }
        if (output.json) {
            Output.printJson(session.out(), views);
        } else if (views.isEmpty()) {
            session.out().println("No track stands apart.");
        } else {
            views.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private void print(View view) {
        session.out()
                .println(String.format(
                        Locale.ROOT,
                        "%5.1f  %s: %s",
                        view.distance(),
                        view.path(),
                        view.by().stream()
                                .limit(NAMED)
                                .map(LibraryOutliersCommand::words)
                                .collect(Collectors.joining(", "))));
    }

    private static String words(Outliers.By by) {
        return String.format(
                Locale.ROOT,
                "%s %.4g, usually %.4g (%.1f deviations %s)",
                by.dimension().key(),
                by.value(),
                by.median(),
                Math.abs(by.score()),
                by.score() > 0 ? "above" : "below");
    }
}
