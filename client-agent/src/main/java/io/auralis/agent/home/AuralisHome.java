package io.auralis.agent.home;

import java.nio.file.Path;
import java.util.Map;

/**
 * The listener's folder, {@code ~/.auralis} or {@code AURALIS_HOME} (design section 6). Only paths: nothing is created by
 * asking for one.
 */
public record AuralisHome(Path root) {
    public AuralisHome {
        root = root.toAbsolutePath().normalize();
    }

    /** Resolves the folder from the environment and the user's home folder. */
    public static AuralisHome resolve(Map<String, String> environment, Path userHome) {
        String chosen = environment.getOrDefault("AURALIS_HOME", "");
        return new AuralisHome(chosen.isBlank() ? userHome.resolve(".auralis") : Path.of(chosen));
    }

    /** Ratings: never in Git, so that deleting one really deletes it. */
    public Path feedback() {
        return root.resolve("personal").resolve("feedback");
    }

    /** The audition that waits for an answer, and its two files. */
    public Path audition() {
        return root.resolve("audition");
    }

    /** A Git repository: each version of the personal profile is a commit with its reason. */
    public Path profile() {
        return root.resolve("personal").resolve("profile");
    }

    /** What was applied to which track. */
    public Path history() {
        return root.resolve("personal").resolve("history");
    }

    /** Installed base models and what their verification rests on. */
    public Path models() {
        return root.resolve("models");
    }

    /** Consent, outbox, receipts, and the secrets of live reports. */
    public Path sharing() {
        return root.resolve("sharing");
    }

    /** Gear and hearing in use, and addresses the listener chose. */
    public Path settings() {
        return root.resolve("settings.json");
    }

    /** What of interrupted batches is done, and the locks of those at work. */
    public Path batches() {
        return root.resolve("batches");
    }

    /** The fingerprints of the listener's collection, and drafts of profiles made from it. */
    public Path library() {
        return root.resolve("library");
    }

    /** Held while anything under the home is changed; see {@link HomeLock}. */
    public Path lock() {
        return root.resolve("lock");
    }
}
