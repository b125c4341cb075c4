package io.auralis.agent.personal;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeException;
import io.auralis.contracts.taste.GearClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The profiles' history. Where there is none yet nobody asks Git, whose classes are signed and take a quarter of a second to
 * be checked and loaded.
 */
final class ProfileRepository {
    private final Path folder;
    private final NewestVersions newest;

    ProfileRepository(AuralisHome home) {
        this.folder = home.profile();
        this.newest = new NewestVersions(home);
    }

    /** The newest version for a gear. */
    Optional<ProfileVersion> newest(GearClass gear) {
        return Files.isDirectory(folder)
                ? newest.get(gear, asked -> new ProfileCommits(folder).newest(asked))
                : Optional.empty();
    }

    /** All versions for a gear, newest first. */
    List<ProfileVersion> history(GearClass gear) {
        return Files.isDirectory(folder) ? new ProfileCommits(folder).history(gear) : List.of();
    }

    /**
     * Makes a version. Callers hold the home's lock.
     *
     * @param reason in words; holds no comment and no track's name, for what is in Git stays there
     * @throws HomeException if the home cannot be written
     */
    ProfileVersion commit(PersonalProfile profile, String reason, Instant at) {
        return new ProfileCommits(folder).commit(profile, reason, at);
    }
}
