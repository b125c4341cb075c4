package io.auralis.agent.transfer;

import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.FolderTree;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.home.Settings;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.ProfileVersion;
import io.auralis.contracts.taste.GearClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The personal layer (ratings, profile with its history, jobs, gear and hearing) as one archive, to move to another
 * machine: a ZIP file whose first entry {@value #FORMAT_ENTRY} says {@value #FORMAT}. Sharing stays behind: the secrets
 * of live reports belong to one machine, or a contributor could count twice.
 */
public final class PersonalArchive {
    private static final String FORMAT_ENTRY = "format";
    private static final String FORMAT = "auralis-personal/1";
    private static final String SETTINGS = "settings.json";

    /** A layer of ten thousand ratings has about 30 MB in 40,000 files; beyond this an archive is hostile. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int MOST_ENTRIES = 1_000_000;

    private final AuralisHome home;
    private final Clock clock;

    public PersonalArchive(AuralisHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /** Where the layer that an import replaces stands until the new one is in its place. */
    static Path replaced(AuralisHome home) {
        return home.root().resolve("personal.replaced");
    }

    /**
     * Writes the archive; the file appears whole or not at all.
     *
     * @throws IllegalArgumentException if the file exists already, or there is nothing to export
     * @throws HomeException if it cannot be written
     */
    public void write(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already.");
        }
        if (!Files.isDirectory(personal(home))) {
            throw new IllegalArgumentException("There is no personal layer yet; nothing was exported.");
        }
        Path temporary = file.resolveSibling(
                file.getFileName() + ".tmp-" + ProcessHandle.current().pid());
        try (HomeLock lock = HomeLock.acquire(home)) {
            try (OutputStream bytes = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
                    ZipOutputStream zip = new ZipOutputStream(bytes)) {
                put(zip, FORMAT_ENTRY, FORMAT.getBytes(StandardCharsets.UTF_8));
                if (Files.exists(home.settings())) {
                    put(zip, SETTINGS, Files.readAllBytes(home.settings()));
                }
                for (Path one : files()) {
                    put(zip, name(one), Files.readAllBytes(one));
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(temporary, e);
            throw new HomeException("Cannot write " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /**
     * Puts an archive's layer in the place of this one. It is unpacked aside and read wholly first; a layer that does not
     * read changes nothing here.
     *
     * @param replace whether a layer that is here may be replaced
     * @return what was imported
     * @throws IllegalArgumentException if it is no such archive, or there is a layer here and replace is false
     * @throws HomeException if the home cannot be written
     */
    public Imported read(Path file, boolean replace) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            restoreInterrupted();
            if (!replace && !new FeedbackStore(home).all().isEmpty()) {
                throw new IllegalArgumentException(
                        "There are ratings on this machine already; add --replace to put the archive in their place.");
            }
            AuralisHome trial = new AuralisHome(home.root().resolve("personal.import"));
            try {
                FolderTree.delete(trial.root());
                unpack(file, trial.root());
                Imported imported = check(file, trial);
                exchange(trial);
                return imported;
            } finally {
                FolderTree.delete(trial.root());
            }
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + home.root() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /**
     * Adds an archive's ratings, auditions and jobs to those that are here; gear, hearing and the profile here stay. What
     * is here already is not added again. Each gear's profile learns from what came at once, by one version at most.
     *
     * @return what was merged
     * @throws IllegalArgumentException if it is no such archive; then nothing was changed
     * @throws HomeException if the home cannot be written
     */
    public MergedLayer merge(Path file) {
        AuralisHome trial = new AuralisHome(home.root().resolve("personal.import"));
        try (HomeLock lock = HomeLock.acquire(home)) {
            restoreInterrupted();
            try {
                FolderTree.delete(trial.root());
                unpack(file, trial.root());
                check(file, trial);
                FeedbackStore theirs = new FeedbackStore(trial);
                // The jobs first: should the program be killed between, the same command goes on from there.
                int jobs = new JobHistory(home).merge(new JobHistory(trial).all());
                FeedbackStore.Merged merged = new FeedbackStore(home).merge(theirs.all(), theirs.auditions());
                return new MergedLayer(merged.added(), merged.corrected(), merged.known(), jobs, learn());
            } finally {
                FolderTree.delete(trial.root());
            }
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + home.root() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private List<String> learn() {
        PersonalLayer layer = new PersonalLayer(home, clock, new ModelStore(home));
        return Arrays.stream(GearClass.values())
                .map(layer::considerNewVersion)
                .flatMap(Optional::stream)
                .map(ProfileVersion::reason)
                .toList();
    }

    /**
     * @param added ratings and auditions that were not here
     * @param corrected ratings that were corrected later on the other machine
     * @param known what was here as it is
     * @param jobs masterings that were not here
     * @param versions the new profile versions' reasons
     */
    public record MergedLayer(int added, int corrected, int known, int jobs, List<String> versions) {}

    /** @param ratings how many ratings, and how many jobs and profile versions, came with it */
    public record Imported(int ratings, int jobs, int versions) {}

    private Imported check(Path file, AuralisHome trial) {
        try {
            PersonalLayer layer = new PersonalLayer(trial, clock, new ModelStore(trial));
            int versions = 0;
            for (GearClass gear : GearClass.values()) {
                versions += layer.history(gear).size();
            }
            new Settings(trial).gear();
            return new Imported(
                    new FeedbackStore(trial).all().size(),
                    new JobHistory(trial).all().size(),
                    versions);
        } catch (HomeException e) {
            throw new IllegalArgumentException(
                    file + " is damaged or was written by a newer version of the program; nothing was changed.", e);
        }
    }

    private void exchange(AuralisHome trial) throws IOException {
        FolderTree.delete(replaced(home));
        if (Files.exists(personal(home))) {
            Files.move(personal(home), replaced(home), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(personal(trial))) {
            Files.move(personal(trial), personal(home), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(trial.settings())) {
            Files.move(
                    trial.settings(),
                    home.settings(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        FolderTree.delete(replaced(home));
    }

    /** A kill between the two renames of an import leaves the layer under its other name. */
    private void restoreInterrupted() throws IOException {
        if (Files.exists(replaced(home)) && !Files.exists(personal(home))) {
            Files.move(replaced(home), personal(home), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(Path file, Path folder) {
        long bytes = 0;
        int entries = 0;
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null
                    || !first.getName().equals(FORMAT_ENTRY)
                    || !FORMAT.equals(new String(zip.readNBytes(FORMAT.length() + 1), StandardCharsets.UTF_8))) {
                throw new IllegalArgumentException(
                        file + " is no archive that this version of the program can import.");
            }
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!LayerFiles.contain(entry.getName()) || ++entries > MOST_ENTRIES) {
                    throw new IllegalArgumentException(file + " holds what no personal layer holds.");
                }
                byte[] content = zip.readNBytes((int) Math.min(MOST_BYTES - bytes, Integer.MAX_VALUE - 8));
                bytes += content.length;
                if (bytes >= MOST_BYTES) {
                    throw new IllegalArgumentException(file + " is too large to be a personal layer.");
                }
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.resolveSibling("."));
                Files.write(target, content, StandardOpenOption.CREATE_NEW);
            }
        } catch (ZipException e) {
            throw new IllegalArgumentException(file + " is damaged; nothing was changed.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot import " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(personal(home))) {
            return all.filter(one -> Files.isRegularFile(one) && LayerFiles.contain(name(one)))
                    .sorted()
                    .toList();
        }
    }

    private String name(Path one) {
        return home.root().relativize(one).toString().replace('\\', '/');
    }

    private static Path personal(AuralisHome of) {
        return of.root().resolve("personal");
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same layer gives the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void discard(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
