package io.auralis.agent.models;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where verification rests: the root of trust as it was given first, and the newest verified metadata of each role.
 * Nothing here is ever replaced by something that the old content does not vouch for.
 */
record TrustFolder(Path path) {
    static TrustFolder of(AuralisHome home) {
        return new TrustFolder(home.models().resolve("trust"));
    }

    /** A place to verify a repository of first use in, so that a bad one leaves nothing behind. */
    TrustFolder trial() {
        TrustFolder trial = new TrustFolder(
                path.resolveSibling("trust.tmp-" + ProcessHandle.current().pid()));
        trial.delete();
        return trial;
    }

    boolean isPinned() {
        return Files.exists(pinned());
    }

    Path pinned() {
        return path.resolve("pinned-root.json");
    }

    Path metadata(String role) {
        return path.resolve(role + ".json");
    }

    void pin(byte[] root) {
        AtomicFile.write(pinned(), root);
    }

    void become(TrustFolder target) {
        try {
            Files.move(path, target.path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + target.path + ": " + Causes.sentence(e) + ".", e);
        }
    }

    void delete() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + path + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
