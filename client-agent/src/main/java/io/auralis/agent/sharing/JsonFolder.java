package io.auralis.agent.sharing;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values of one kind, each in its own file of one folder, replaced atomically.
 *
 * @param <T> a record that the home's mapper reads and writes
 */
final class JsonFolder<T> {
    private static final String EXTENSION = ".json";
    private final Path folder;
    private final Class<T> type;

    JsonFolder(Path folder, Class<T> type) {
        this.folder = folder;
        this.type = type;
    }

    /** @throws HomeException if it is there but cannot be read or is damaged */
    Optional<T> find(String name) {
        Path file = file(name);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** All of them, by name. */
    List<T> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<T> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                    .sorted()
                    .forEach(file -> found.add(read(file)));
        } catch (IOException e) {
            throw new HomeException("Cannot read " + folder + ": " + Causes.sentence(e) + ".", e);
        }
        return found;
    }

    void put(String name, T value) {
        AtomicFile.write(file(name), HomeJson.bytes(value));
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + file(name) + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private T read(Path file) {
        try {
            return HomeJson.read(Files.readAllBytes(file), type, file);
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + EXTENSION);
    }
}
