package io.auralis.agent.transfer;

import java.util.regex.Pattern;

/**
 * The files of which a personal layer consists, by their names in an archive. Of the Git repository only what holds
 * history: its configuration, hooks and attributes can name programs that Git runs, so a stranger's must not come in.
 * Git reads a repository without them.
 */
final class LayerFiles {
    private static final Pattern NAMES = Pattern.compile("settings\\.json"
            + "|personal/(feedback|history)/[A-Za-z0-9_-][A-Za-z0-9._-]*"
            + "|personal/profile/[a-z-]+\\.json"
            + "|personal/profile/\\.git/(HEAD|index|packed-refs|refs/heads/[a-z]+"
            + "|objects/([0-9a-f]{2}|pack)/[A-Za-z0-9-]+(\\.[a-z]+)?)");

    private LayerFiles() {}

    /** @param name with slashes, relative to the home */
    static boolean contain(String name) {
        return NAMES.matcher(name).matches();
    }
}
