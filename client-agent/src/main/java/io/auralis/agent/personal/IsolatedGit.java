package io.auralis.agent.personal;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit to our own repository: it neither reads nor writes the user's or the system's Git configuration, which could
 * turn on signing, hooks or another identity, nor obeys Git's environment variables.
 */
final class IsolatedGit extends SystemReader.Delegate {
    static {
        SystemReader.setInstance(new IsolatedGit(SystemReader.getInstance()));
    }

    private IsolatedGit(SystemReader real) {
        super(real);
    }

    /** Called before JGit is used; takes effect for the whole process, which uses JGit for nothing else. */
    static void install() {
        // Loading the class did it.
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new Empty(parent, files);
    }

    private static final class Empty extends FileBasedConfig {
        Empty(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // What JGit learns about the file system is learned anew in each process.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
