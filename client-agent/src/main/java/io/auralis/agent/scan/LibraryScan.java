package io.auralis.agent.scan;

import io.auralis.agent.batch.Workers;
import io.auralis.agent.history.FileHash;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.library.FileState;
import io.auralis.agent.library.HeardTrack;
import io.auralis.agent.library.Library;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.Analysis;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.MediaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One scan. A file whose size and time the library knows is left alone; of any other the content decides, by its SHA-256:
 * known content is recognised wherever it lies, new content is heard. Each track is in the store as soon as it is heard, so
 * a kill costs those at work, and the next scan goes on where this one was.
 */
public final class LibraryScan {
    private enum Became {
        HEARD,
        RECOGNISED,
        UNCHANGED,
        BROKEN,
        UNREADABLE
    }

    private final Library library;
    private final Masterer masterer;
    private final Clock clock;
    private final boolean distrustful;
    private final List<Unheard> broken = new ArrayList<>();
    private final List<Unheard> unreadable = new ArrayList<>();

    /**
     * @param reader of the files
     * @param distrustful whether to read the content of files, too, whose size and time did not change
     */
    public LibraryScan(Library library, MediaReader reader, Clock clock, boolean distrustful) {
        this.library = library;
        this.masterer = new Masterer(reader);
        this.clock = clock;
        this.distrustful = distrustful;
    }

    /**
     * @param roots folders, and files
     * @param jobs how many files are worked on at a time; memory grows with it, not with the files' number or length
     * @throws IllegalArgumentException if a root does not exist
     * @throws HomeException if the store cannot be written, or it is damaged
     */
    public ScanResult run(List<Path> roots, int jobs, Progress progress) {
        library.check();
        MusicFolders folders = new MusicFolders(roots);
        unreadable.addAll(folders.unread());
        ScanProgress each = new ScanProgress(progress, folders.tracks().size());
        List<Became> became = Workers.each(folders.tracks(), jobs, file -> {
            try {
                return one(file, each.ofOne());
            } finally {
                each.finished();
            }
        });
        List<Library.Vanished> vanished = vanished(roots, new HashSet<>(folders.tracks()));
        return new ScanResult(
                count(became, Became.HEARD),
                count(became, Became.RECOGNISED),
                count(became, Became.UNCHANGED),
                count(vanished, Library.Vanished.MOVED),
                count(vanished, Library.Vanished.MISSING),
                sorted(broken),
                sorted(unreadable),
                folders.others());
    }

    private Became one(Path file, Progress progress) {
        FileState state;
        try {
            state = FileState.of(file);
        } catch (IOException e) {
            return unreadable(file, Causes.sentence(e));
        }
        Optional<Library.Known> known = library.known(state.path());
        boolean same = !distrustful
                && known.isPresent()
                && !known.get().missing()
                && known.get().state().equals(state);
        if (same) {
            String reason = known.get().reason();
            return reason == null ? Became.UNCHANGED : broken(file, reason);
        }
        String sha256;
        try {
            sha256 = FileHash.of(file);
        } catch (HomeException | IllegalArgumentException e) {
            return unreadable(file, Files.isReadable(file) ? String.valueOf(e.getMessage()) : "permission denied");
        }
        try {
            Optional<Long> track = library.trackOf(sha256);
            if (track.isPresent()) {
                library.put(state, track.get());
                return distrustful && known.isPresent() && known.get().state().equals(state)
                        ? Became.UNCHANGED
                        : Became.RECOGNISED;
            }
            library.put(state, heard(sha256, masterer.analyse(file, progress)), clock.instant());
            return Became.HEARD;
        } catch (MediaException e) {
            if (e.kind() != MediaException.Kind.BAD_INPUT) {
                throw e;
            }
            return refused(file, state, String.valueOf(e.getMessage()));
        }
    }

    /** A file that cannot even be opened may be readable tomorrow, unchanged; only what is broken is remembered. */
    private Became refused(Path file, FileState state, String reason) {
        if (!Files.isReadable(file)) {
            return unreadable(file, "permission denied");
        }
        library.refuse(state, reason);
        return broken(file, reason);
    }

    private synchronized Became broken(Path file, String reason) {
        broken.add(new Unheard(file.toString(), reason));
        return Became.BROKEN;
    }

    private synchronized Became unreadable(Path file, String reason) {
        unreadable.add(new Unheard(file.toString(), reason));
        return Became.UNREADABLE;
    }

    private static HeardTrack heard(String sha256, Analysis analysis) {
        MediaInfo info = analysis.file().info();
        double seconds =
                Math.max(0, (double) info.statedFrames() / info.format().sampleRateHz());
        return new HeardTrack(
                sha256, analysis.fingerprint(), seconds, tag(info, "title"), tag(info, "artist"), tag(info, "album"));
    }

    private static String tag(MediaInfo info, String name) {
        return info.tags().stream()
                .filter(tag -> tag.name().equalsIgnoreCase(name))
                .map(tag -> tag.value().strip())
                .findFirst()
                .orElse("");
    }

    /** Only what is really gone: a file in a folder that could not be entered today is still there, as far as we know. */
    private List<Library.Vanished> vanished(List<Path> roots, Set<Path> found) {
        List<Library.Vanished> all = new ArrayList<>();
        for (Path root : roots) {
            for (String path : library.pathsUnder(real(root))) {
                Path file = Path.of(path);
                if (!found.contains(file) && Files.notExists(file)) {
                    all.add(library.vanished(path, clock.instant()));
                }
            }
        }
        return all;
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException e) {
            return root.toAbsolutePath().normalize();
        }
    }

    private static <T> int count(List<T> all, T wanted) {
        return (int) all.stream().filter(wanted::equals).count();
    }

    private static List<Unheard> sorted(List<Unheard> all) {
        return all.stream()
                .sorted(java.util.Comparator.comparing(Unheard::path))
                .toList();
    }
}
