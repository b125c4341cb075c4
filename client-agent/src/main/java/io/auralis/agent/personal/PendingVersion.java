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
import java.util.function.Supplier;

/** A note that a gear's next version is due, which outlives a kill between keeping a rating or an audition and learning from it. */
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

    /**
     * Makes the version that is due, if the evidence calls for one, and takes the note away.
     *
     * @param version makes it
     * @param kept what is safe even if no version can be made, for the listener
     */
    Optional<ProfileVersion> consider(Supplier<Optional<ProfileVersion>> version, String kept) {
        try {
            Optional<ProfileVersion> made = version.get();
            clear();
            return made;
        } catch (HomeException e) {
            throw new HomeException(kept + " is kept, but no new profile version could be made. " + e.getMessage(), e);
        }
    }

    /** Makes the version that a killed process left due. */
    void makeUp(PersonalLayer layer) {
        gear().ifPresent(gear -> consider(() -> layer.considerNewVersion(gear), "What you said"));
    }

    private void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
