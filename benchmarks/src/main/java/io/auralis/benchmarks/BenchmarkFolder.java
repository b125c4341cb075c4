package io.auralis.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one benchmark's data and logs: one that was asked for is kept, a temporary one goes. */
final class BenchmarkFolder implements AutoCloseable {
    private final Path path;
    private final boolean temporary;

    private BenchmarkFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    static BenchmarkFolder of(@Nullable Path wanted) {
        try {
            return wanted == null
                    ? new BenchmarkFolder(Files.createTempDirectory("auralis-benchmark"), true)
                    : new BenchmarkFolder(Files.createDirectories(wanted.toAbsolutePath()), false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the benchmark", e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
