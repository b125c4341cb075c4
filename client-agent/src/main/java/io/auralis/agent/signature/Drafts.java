package io.auralis.agent.signature;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.agent.home.HomeLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The drafts of a home, one file each under {@code library/drafts}. */
public final class Drafts {
    private static final String SUFFIX = ".json";

    private final AuralisHome home;

    public Drafts(AuralisHome home) {
        this.home = home;
    }

    /** All, by name. */
    public List<Draft> all() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Drafts::read)
                    .toList();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + folder() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    public boolean has(String name) {
        return Files.exists(file(name));
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Draft get(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(
                    "There is no draft \"" + name + "\"; auralis library draft list shows those"
                            + " there are, and auralis library characterize makes one.");
        }
        return read(file(name));
    }

    /** Keeps a draft; one of the same name is replaced. */
    public void put(Draft draft) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            AtomicFile.write(file(draft.name()), HomeJson.bytes(draft));
        }
    }

    /** @throws IllegalArgumentException if there is none of the old name, or one of the new */
    public Draft rename(String name, String newName) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Draft renamed = get(name).renamed(newName);
            if (has(newName)) {
                throw new IllegalArgumentException("There is a draft \"" + newName + "\" already; drop it first.");
            }
            put(renamed);
            drop(name);
            return renamed;
        }
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public void drop(String name) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            get(name);
            Files.delete(file(name));
        } catch (IOException e) {
            throw new HomeException("Cannot delete from " + folder() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private static Draft read(Path file) {
        try {
            return HomeJson.read(Files.readAllBytes(file), Draft.class, file);
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private Path file(String name) {
        return folder().resolve(Draft.requireName(name) + SUFFIX);
    }

    private Path folder() {
        return home.library().resolve("drafts");
    }
}
