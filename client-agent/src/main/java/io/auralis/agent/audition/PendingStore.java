package io.auralis.agent.audition;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.FolderTree;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** The audition that waits for an answer; there is one at most. */
public final class PendingStore {
    private final AuralisHome home;

    public PendingStore(AuralisHome home) {
        this.home = home;
    }

    /**
     * The one that waits, empty if none does.
     *
     * @throws HomeException if it cannot be read
     */
    public Optional<PendingAudition> waiting() {
        try {
            PendingAudition pending = HomeJson.read(Files.readAllBytes(file()), PendingAudition.class, file());
            if (!PendingAudition.SCHEMA.equals(pending.schema())) {
                throw new HomeException(file() + " was written by a newer version of the program.");
            }
            return Optional.of(pending);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /** The caller holds the home's lock. */
    void keep(PendingAudition pending) {
        AtomicFile.write(file(), HomeJson.bytes(pending));
    }

    /** Deletes the one that waits and both files, and what a kill left of any. The caller holds the home's lock. */
    void delete() {
        try {
            FolderTree.delete(home.audition());
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + home.audition() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /**
     * Deletes the one that waits if its track is chosen, and what a kill left of any; no byte of it is left. The caller
     * holds the home's lock.
     *
     * @param chosen as among answered ones
     */
    public void deleteIf(Predicate<Audition> chosen) {
        if (waiting().map(PendingAudition::asAnswered).map(chosen::test).orElse(true)) {
            delete();
        }
    }

    Path a() {
        return home.audition().resolve("A.wav");
    }

    Path b() {
        return home.audition().resolve("B.wav");
    }

    private Path file() {
        return home.audition().resolve("pending.json");
    }
}
