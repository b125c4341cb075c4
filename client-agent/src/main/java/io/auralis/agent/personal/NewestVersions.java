package io.auralis.agent.personal;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.contracts.taste.GearClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest versions as they were read from Git, beside the commit that was its newest then: while it still is, Git need
 * not be asked, which takes most of a rating's second. Nothing rests on it: what is not there, or damaged, is read anew.
 */
final class NewestVersions {
    private static final String SCHEMA = "newest-versions/1";

    private final Path file;
    private final Path branch;

    NewestVersions(AuralisHome home) {
        this.file = home.profile().resolveSibling("newest-versions.json");
        this.branch = home.profile().resolve(Path.of(".git", "refs", "heads", "main"));
    }

    /**
     * @param head the commit that they were read at
     * @param versions per gear that was asked for; null for one without a version
     */
    private record Kept(String schema, String head, Map<GearClass, Entry> versions) {}

    private record Entry(@Nullable ProfileVersion newest) {}

    /** What reads a version from Git. */
    @FunctionalInterface
    interface Source {
        Optional<ProfileVersion> newest(GearClass gear);
    }

    /** The newest version for a gear. */
    Optional<ProfileVersion> get(GearClass gear, Source git) {
        Optional<String> head = head();
        Map<GearClass, Entry> known = new EnumMap<>(GearClass.class);
        head.flatMap(this::kept).ifPresent(known::putAll);
        Entry entry = known.get(gear);
        if (entry != null) {
            return Optional.ofNullable(entry.newest());
        }
        Optional<ProfileVersion> newest = git.newest(gear);
        known.put(gear, new Entry(newest.orElse(null)));
        // Only if nobody committed in between.
        head.filter(before -> head().equals(Optional.of(before))).ifPresent(at -> keep(new Kept(SCHEMA, at, known)));
        return newest;
    }

    private Optional<String> head() {
        try {
            return Optional.of(Files.readString(branch).strip());
        } catch (IOException e) {
            // No commit yet, or somebody packed the references: then Git is asked.
            return Optional.empty();
        }
    }

    private Optional<Map<GearClass, Entry>> kept(String head) {
        try {
            Kept kept = HomeJson.read(Files.readAllBytes(file), Kept.class, file);
            return SCHEMA.equals(kept.schema()) && kept.head().equals(head)
                    ? Optional.of(kept.versions())
                    : Optional.empty();
        } catch (IOException | HomeException e) {
            return Optional.empty();
        }
    }

    private void keep(Kept kept) {
        try {
            AtomicFile.write(file, HomeJson.bytes(kept));
        } catch (HomeException e) {
            // A home that cannot be written can still be read.
            return;
        }
    }
}
