package io.auralis.agent.models;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.agent.home.HomeLock;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The base models on this machine: those that come with the program, and verified ones under the home. */
public final class ModelStore {
    private final AuralisHome home;
    private final @Nullable ProfileBundle forced;

    public ModelStore(AuralisHome home) {
        this(home, null);
    }

    private ModelStore(AuralisHome home, @Nullable ProfileBundle forced) {
        this.home = home;
        this.forced = forced;
    }

    /**
     * The same models with another one in force, for one command; nothing is stored.
     *
     * @throws IllegalArgumentException if no undamaged model of that version is on this machine
     */
    public ModelStore choosing(SemanticVersion version) {
        return new ModelStore(home, load(version));
    }

    /** The same models with one in force, for one command, that is tried and not on this machine. */
    public ModelStore trying(ProfileBundle bundle) {
        return new ModelStore(home, bundle);
    }

    /**
     * The model in force, and what the listener should know about the choice.
     *
     * @param bundle the model
     * @param note why it is not the one that was chosen; absent where it is
     */
    public record Selection(ProfileBundle bundle, @Nullable String note) {}

    /** The model in force. */
    public ProfileBundle active() {
        return selection().bundle();
    }

    /** The model in force; where its file is damaged or gone, the newest good one instead, with a note. */
    public Selection selection() {
        if (forced != null) {
            return new Selection(forced, null);
        }
        ModelIndex index;
        try {
            index = index();
        } catch (HomeException e) {
            return new Selection(
                    BuiltInModels.newest(),
                    "The list of installed base models cannot be read; the built-in one is used. Run: auralis model"
                            + " update.");
        }
        SemanticVersion chosen = index.active();
        if (chosen == null) {
            return new Selection(BuiltInModels.newest(), null);
        }
        if (BuiltInModels.versions().contains(chosen)) {
            return new Selection(BuiltInModels.load(chosen), null);
        }
        Optional<ProfileBundle> good = good(index, chosen);
        if (good.isPresent()) {
            return new Selection(good.get(), null);
        }
        if (chosen.isLocal()) {
            return withoutOwn(index, chosen);
        }
        ProfileBundle last = newestGood(index);
        return new Selection(
                last,
                "Base model " + chosen + " is damaged on this machine; "
                        + last.model().version() + " is used instead. Run: auralis model update.");
    }

    /** The released model that the listener's own builds on, where that is damaged. */
    private Selection withoutOwn(ModelIndex index, SemanticVersion chosen) {
        SemanticVersion released = chosen.released();
        ProfileBundle base = BuiltInModels.versions().contains(released)
                ? BuiltInModels.load(released)
                : good(index, released).orElseGet(() -> newestGood(index));
        return new Selection(
                base,
                "Your own model " + chosen + " is damaged; " + base.model().version()
                        + " is used instead. Run: auralis model recalibrate --from library.");
    }

    /**
     * The released model that is in force, or that the listener's own in force builds on.
     *
     * @throws IllegalArgumentException if it is not on this machine any more
     */
    public ProfileBundle activeReleased() {
        ProfileBundle active = active();
        return active.model().version().isLocal()
                ? load(active.model().version().released())
                : active;
    }

    /** The listener's own profiles in the model in force; empty where that is a released one. */
    public List<RecordingProfile> ownProfiles() {
        return Recalibration.own(active());
    }

    /** The number of the next model of the listener's own. */
    public int nextOwnNumber() {
        return index().nextNumber();
    }

    /**
     * Puts a listener's own model on this machine and in force.
     *
     * @throws ModelRefusedException if it breaks a labelled case
     */
    public void keep(Recalibration made) throws ModelRefusedException {
        Optional<String> refusal = made.refusal();
        if (refusal.isPresent()) {
            throw new ModelRefusedException(refusal.get());
        }
        try (HomeLock lock = HomeLock.acquire(home)) {
            byte[] bytes = made.bundle().bytes();
            SemanticVersion version = made.bundle().model().version();
            AtomicFile.write(file(version), bytes);
            write(index().withOwn(new ModelIndex.Own(version, Sha256.hex(bytes)))
                    .withActive(version));
        }
    }

    /** @throws IllegalArgumentException if no undamaged model of that version is on this machine */
    public ProfileBundle load(SemanticVersion version) {
        if (BuiltInModels.versions().contains(version)) {
            return BuiltInModels.load(version);
        }
        return good(index(), version)
                .orElseThrow(() -> new IllegalArgumentException("There is no base model " + version
                        + " on this machine; auralis model list shows those there are."));
    }

    /** Every model on this machine or offered when the repository was last asked, newest first. */
    public List<ModelListing> list() {
        SemanticVersion active = active().model().version();
        Map<SemanticVersion, ModelListing> all = new TreeMap<>(Comparator.reverseOrder());
        SignedModels.read(home)
                .ifPresent(signed -> signed.all()
                        .forEach(model -> all.put(
                                model.version(),
                                new ModelListing(model.version(), ModelOrigin.of(model.channel()), false, false))));
        index().installed()
                .forEach(entry -> all.put(
                        entry.version(),
                        new ModelListing(
                                entry.version(),
                                ModelOrigin.of(entry.channel()),
                                true,
                                entry.version().equals(active))));
        index().own()
                .forEach(entry -> all.put(
                        entry.version(),
                        new ModelListing(
                                entry.version(),
                                ModelOrigin.LOCAL,
                                true,
                                entry.version().equals(active))));
        BuiltInModels.versions()
                .forEach(version ->
                        all.put(version, new ModelListing(version, ModelOrigin.STABLE, true, version.equals(active))));
        return List.copyOf(all.values());
    }

    /** Whether an undamaged model of that version, with exactly these signed bytes, is on this machine. */
    boolean has(SignedModels.Model model) {
        if (BuiltInModels.versions().contains(model.version())) {
            return Sha256.hex(BuiltInModels.bytes(model.version())).equals(model.sha256());
        }
        return index().find(model.version())
                .filter(entry -> entry.sha256().equals(model.sha256()))
                .flatMap(this::good)
                .isPresent();
    }

    /** Puts a verified bundle on this machine; the model in force stays. Callers hold the home's lock. */
    void install(SignedModels.Model model, byte[] bundle) {
        AtomicFile.write(file(model.version()), bundle);
        write(index().withInstalled(new ModelIndex.Entry(model.version(), model.channel(), model.sha256())));
    }

    /** Makes a model of this machine the one in force. Callers hold the home's lock. */
    void activate(SemanticVersion version) {
        load(version);
        write(index().withActive(version));
    }

    /** Versions on this machine, damaged or not, oldest first. */
    List<SemanticVersion> versions() {
        TreeSet<SemanticVersion> versions = new TreeSet<>(BuiltInModels.versions());
        index().installed().forEach(entry -> versions.add(entry.version()));
        index().own().forEach(entry -> versions.add(entry.version()));
        return new ArrayList<>(versions);
    }

    /** The bytes of a model on this machine as they are now; empty where they are gone. */
    Optional<byte[]> bytes(SemanticVersion version) {
        if (BuiltInModels.versions().contains(version)) {
            return Optional.of(BuiltInModels.bytes(version));
        }
        try {
            return Optional.of(Files.readAllBytes(file(version)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file(version) + ": " + Causes.sentence(e) + ".", e);
        }
    }

    ModelIndex index() {
        Path file = home.models().resolve("index.json");
        try {
            return HomeJson.read(Files.readAllBytes(file), ModelIndex.class, file);
        } catch (NoSuchFileException e) {
            return ModelIndex.EMPTY;
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private void write(ModelIndex index) {
        AtomicFile.write(home.models().resolve("index.json"), HomeJson.bytes(index));
    }

    private ProfileBundle newestGood(ModelIndex index) {
        ProfileBundle builtIn = BuiltInModels.newest();
        return index.installed().stream()
                .flatMap(entry -> good(entry).stream())
                .filter(bundle ->
                        bundle.model().version().compareTo(builtIn.model().version()) > 0)
                .max(Comparator.comparing(bundle -> bundle.model().version()))
                .orElse(builtIn);
    }

    private Optional<ProfileBundle> good(ModelIndex index, SemanticVersion version) {
        return index.find(version)
                .flatMap(this::good)
                .or(() -> index.findOwn(version).flatMap(own -> good(version, own.sha256())));
    }

    private Optional<ProfileBundle> good(ModelIndex.Entry entry) {
        return good(entry.version(), entry.sha256());
    }

    private Optional<ProfileBundle> good(SemanticVersion version, String sha256) {
        try {
            return bytes(version)
                    .filter(bytes -> Sha256.hex(bytes).equals(sha256))
                    .map(ProfileBundle::parse)
                    .filter(bundle -> bundle.model().version().equals(version));
        } catch (HomeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Path file(SemanticVersion version) {
        // Apart, so that nobody takes one for what a maintainer signed.
        return home.models()
                .resolve(version.isLocal() ? "local" : "installed")
                .resolve("base-model-" + version + ".json");
    }
}
