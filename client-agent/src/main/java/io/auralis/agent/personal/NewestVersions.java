package io.auralis.agent.personal;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.contracts.taste.GearClass;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The newest versions as they were read from Git, beside the commit that was its newest then: while it still is, Git need
 * not be asked, which takes most of a rating's second. Nothing rests on it: what is not there, or damaged, is read anew. And
 * it hides nothing: where that commit itself cannot be read, Git is asked and says so.
 */
final class NewestVersions {
    private static final String SCHEMA = "newest-versions/1";

    private final Path file;
    private final Path git;

    NewestVersions(AuralisHome home) {
        this.file = home.profile().resolveSibling("newest-versions.json");
        this.git = home.profile().resolve(".git");
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
            String commit = Files.readString(git.resolve(Path.of("refs", "heads", "main")))
                    .strip();
            return commit.matches("[0-9a-f]{40}") && isWhole(commit) ? Optional.of(commit) : Optional.empty();
        } catch (IOException e) {
            // No commit yet, or somebody packed the repository: then Git is asked.
            return Optional.empty();
        }
    }

    /** An object's name is the SHA-1 of what is in its file, deflated (Git, "Documentation/gitformat-loose"). */
    private boolean isWhole(String commit) throws IOException {
        Path object = git.resolve(Path.of("objects", commit.substring(0, 2), commit.substring(2)));
        try (InputStream content = new InflaterInputStream(Files.newInputStream(object))) {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest).equals(commit);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
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
