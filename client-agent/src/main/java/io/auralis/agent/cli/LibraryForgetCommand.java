package io.auralis.agent.cli;

import io.auralis.agent.home.Causes;
import io.auralis.agent.home.FolderTree;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis library forget}. */
@Command(
        name = "forget",
        description = "Delete what the library knows of files or folders, or all of it. Your music stays as it is.",
        footer = {
            "",
            "With --all the drafts go, too; a model of your own that was made from one stays, see auralis model list.",
            "",
            "Example: auralis library forget ~/Music/Demos"
        })
final class LibraryForgetCommand implements Callable<Integer> {
    /** Exactly one of the two. */
    static final class What {
        @Parameters(
                paramLabel = "PATH",
                arity = "1..*",
                description = "Files or folders; they need not exist any more.")
        private List<Path> paths = new ArrayList<>();

        @Option(names = "--all", required = true, description = "Everything, and the drafts.")
        private boolean all;
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private What what;

    LibraryForgetCommand(Session session) {
        this.session = session;
    }

    /** @param files how many the library knows no more; absent where all was deleted */
    record View(boolean all, @Nullable Integer files) {}

    @Override
    public Integer call() {
        View view = what.all ? all() : some();
        if (output.json) {
            Output.printJson(session.out(), view);
        } else {
            session.out()
                    .println(
                            view.files() == null
                                    ? "The library is deleted."
                                    : view.files() + (view.files() == 1 ? " file" : " files") + " forgotten.");
        }
        return ExitCode.OK;
    }

    private View all() {
        try {
            FolderTree.delete(session.home().library());
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + session.home().library() + ": " + Causes.sentence(e) + ".", e);
        }
        return new View(true, null);
    }

    private View some() {
        try (Library library = LibraryAccess.open(session)) {
            TreeSet<String> paths = new TreeSet<>();
            for (Path path : what.paths) {
                paths.addAll(library.pathsUnder(real(path)));
                paths.addAll(library.pathsUnder(path.toAbsolutePath().normalize()));
            }
            return new View(false, library.forget(List.copyOf(paths)));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // Gone already; the path as it was written still names it.
            return path.toAbsolutePath().normalize();
        }
    }
}
