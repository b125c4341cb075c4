package io.auralis.agent.personal;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.contracts.taste.GearClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A note that a gear's next version is due, which outlives a kill between keeping a rating and learning from it. */
final class PendingVersion {
    private final Path file;

    PendingVersion(AuralisHome home) {
        this.file = home.feedback().resolve("version-due");
    }

    void mark(GearClass gear) {
        AtomicFile.write(file, gear.key().getBytes(StandardCharsets.UTF_8));
    }

    Optional<GearClass> gear() {
        try {
            return Optional.of(GearClass.parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
