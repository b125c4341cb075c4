package io.auralis.agent.personal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
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
        /** How finely a file system tells times: a tick of the kernel's clock, at the slowest rate in use. */
        private static final Duration TIMES_DIFFER_BY = Duration.ofMillis(10);

        Empty(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        /**
         * JGit would try out how finely the file system tells times, which takes three seconds of each process that sees a
         * repository; it needs to know for repositories that others write to beside it, and ours is written under the
         * home's lock.
         */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long defaultValue, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(TIMES_DIFFER_BY)
                    : super.getTimeUnit(section, subsection, name, defaultValue, unit);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // Nothing is learned that is to be kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
