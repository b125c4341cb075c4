package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.batch.BatchLock;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.mirror.FolderChanges;
import io.auralis.engine.mastering.MasteringOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis watch}: a folder of masters that follows a folder of music. */
@Command(
        name = "watch",
        description = "Master what arrives in a folder, and keep a folder of masters in step with it.",
        footer = {
            "",
            "A track that changes is mastered anew, and the master of one that is gone is deleted; nothing else in "
                    + "the folder of masters ever is. New arrivals get your newest taste; --refresh gives it to all. "
                    + "Stop it with Ctrl-C: the same command goes on where it was.",
            "",
            "Example: auralis watch ~/Music --output-dir ~/Mastered"
        })
final class WatchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FOLDER", description = "The music; it stays as it is.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(names = "--output-dir", paramLabel = "FOLDER", required = true, description = "Where the masters go.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path mirror;

    @Mixin
    private final OutputOptions outputOptions = new OutputOptions();

    @Mixin
    private final WishOptions wishOptions = new WishOptions();

    @Option(names = "--jobs", paramLabel = "N", description = "Tracks worked on at a time; default: 1.")
    private int jobs = 1;

    @Option(names = "--once", description = "Bring the folder of masters up to date, and end.")
    private boolean once;

    @Option(names = "--refresh", description = "Master everything anew, by your newest taste and the model in force.")
    private boolean refresh;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            description = "How long a file must stay as it is to count as whole; default: 2.")
    private double settleSeconds = 2;

    @Option(names = "--no-personal", description = "Without your personal layer.")
    private boolean impersonal;

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path source = absolute(folder);
        Path target = absolute(mirror);
        if (!Files.isDirectory(source)) {
            throw new IllegalArgumentException(folder + " is no folder.");
        }
        if (source.startsWith(target)) {
            throw new IllegalArgumentException(
                    "The masters cannot go into the music's own folder or above it; choose " + "another --output-dir.");
        }
        if (!(settleSeconds >= 0 && settleSeconds <= 3_600)) {
            throw new IllegalArgumentException("--settle takes 0 to 3600 seconds, not " + settleSeconds + ".");
        }
        MasteringOptions options = outputOptions.with(wishOptions.wishes());
        HomeLock.acquire(session.home()).close();
        String decides = "watch " + source + " " + target + " " + options.wishes() + " " + options.phase() + " "
                + options.output() + (options.declip() ? " declip" : "") + outputOptions.extension();
        try (BatchLock lock = BatchLock.acquire(session.home().batches(), Set.of(target));
                BatchJournal journal = new BatchJournal(session.home().batches(), decides)) {
            WatchRun run = new WatchRun(
                    session,
                    new WatchRun.Folders(source, target, outputOptions::nameFor),
                    new WatchRun.How(options, impersonal, BatchOptions.jobs(jobs), settle(), System::nanoTime),
                    journal,
                    output.json);
            if (refresh) {
                run.refresh();
            }
            return watch(run, source);
        }
    }

    private int watch(WatchRun run, Path source) {
        try (FolderChanges changes = new FolderChanges(source)) {
            return once ? run.once(changes) : run.run(changes);
        }
    }

    private Duration settle() {
        return Duration.ofMillis(Math.round(settleSeconds * 1_000));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
