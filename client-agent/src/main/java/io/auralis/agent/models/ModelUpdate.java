package io.auralis.agent.models;

import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.agent.home.HomeLock;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Updates and rollbacks of the base model. Any refusal leaves the model in force, and what verification rests on, as
 * they were. Rolling back chooses another model that the current metadata vouches for; older metadata is never accepted.
 */
public final class ModelUpdate {
    private final AuralisHome home;
    private final Clock clock;
    private final ModelStore store;

    public ModelUpdate(AuralisHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
        this.store = new ModelStore(home);
    }

    /** Where updates come from; empty before the first. */
    public Optional<RepositoryChoice> choice() {
        Path file = home.models().resolve("repository.json");
        try {
            return Files.exists(file)
                    ? Optional.of(HomeJson.read(Files.readAllBytes(file), RepositoryChoice.class, file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /**
     * Changes to the newest model of the channel, and away from one that was withdrawn.
     *
     * @param choice where from
     * @param trustRoot the first root metadata, needed on first use; later it must be the same
     * @param onlyAsk whether to leave the model as it is
     * @throws ModelRefusedException if verification says no
     * @throws IllegalArgumentException if the first use lacks a trust root or it cannot be read
     */
    public UpdateOutcome update(RepositoryChoice choice, Optional<Path> trustRoot, boolean onlyAsk)
            throws ModelRefusedException {
        ServerAddress address = ServerAddress.parse(choice.address());
        try (HomeLock lock = HomeLock.acquire(home)) {
            VerifiedRepository repository = open(address, trustRoot);
            SignedModels signed = repository.refresh();
            AtomicFile.write(home.models().resolve("repository.json"), HomeJson.bytes(choice));
            ProfileBundle from = store.active();
            SemanticVersion active = from.model().version();
            SignedModels.Model newest = signed.all().stream()
                    .filter(model -> model.channel() == ModelTarget.Channel.STABLE
                            || choice.channel() == ModelTarget.Channel.BETA)
                    .max(Comparator.comparing(SignedModels.Model::version))
                    .orElseThrow(() -> new RepositoryException("The repository offers no base model."));
            // A model of the listener's own is as old, and as good, as the released one that it builds on.
            boolean withdrawn = signed.find(active.released()).isEmpty();
            if (!withdrawn && newest.version().compareTo(active.released()) <= 0) {
                return new UpdateOutcome.UpToDate(active);
            }
            if (onlyAsk) {
                return new UpdateOutcome.Available(active, newest.version(), withdrawn);
            }
            return change(from, newest, repository, withdrawn, true);
        }
    }

    /**
     * Changes to another model: the one named, or the next older one.
     *
     * @throws ModelRefusedException if it was withdrawn by its maintainers
     * @throws IllegalArgumentException if there is no such model
     */
    public UpdateOutcome rollback(Optional<SemanticVersion> wanted) throws ModelRefusedException {
        try (HomeLock lock = HomeLock.acquire(home)) {
            ProfileBundle from = store.active();
            Optional<SignedModels> signed = SignedModels.read(home);
            SemanticVersion target =
                    wanted.orElseGet(() -> nextOlder(from.model().version(), signed));
            if (target.equals(from.model().version())) {
                throw new IllegalArgumentException("Base model " + target + " is in force already.");
            }
            boolean isHere = store.versions().contains(target);
            Optional<SignedModels.Model> offered = signed.flatMap(models -> models.find(target.released()));
            if (signed.isPresent() && offered.isEmpty() && isHere) {
                throw new ModelRefusedException(
                        "Base model " + target.released() + " was withdrawn by its maintainers.");
            }
            if (target.isLocal()) {
                store.activate(target);
                return new UpdateOutcome.Changed(from, store.active(), false, null);
            }
            if (!isHere && offered.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no base model " + target + "; auralis model list shows those there are.");
            }
            if (offered.isPresent() && !store.has(offered.get())) {
                VerifiedRepository repository = open(
                        ServerAddress.parse(
                                choice().orElseThrow(ModelUpdate::noRepository).address()),
                        Optional.empty());
                SignedModels.Model current = repository
                        .refresh()
                        .find(target)
                        .orElseThrow(() -> new ModelRefusedException(
                                "Base model " + target + " was withdrawn by its maintainers."));
                return change(from, current, repository, false, false);
            }
            store.activate(target);
            return new UpdateOutcome.Changed(from, store.active(), false, null);
        }
    }

    /** Checks every model on this machine against its hash, its form, and the signed metadata. */
    public List<ModelCheck> verify() {
        Optional<SignedModels> signed = SignedModels.read(home);
        return store.versions().stream()
                .map(version -> ModelCheck.of(store, version, signed))
                .toList();
    }

    private UpdateOutcome change(
            ProfileBundle from,
            SignedModels.Model model,
            VerifiedRepository repository,
            boolean withdrawn,
            boolean carryOwn)
            throws ModelRefusedException {
        if (!store.has(model)) {
            if (BuiltInModels.versions().contains(model.version())) {
                throw new ModelRefusedException("The repository's base model " + model.version()
                        + " differs from the one that comes with the program.");
            }
            store.install(model, repository.download(model));
        }
        store.activate(model.version());
        String own = carryOwn ? carryOver(Recalibration.own(from)) : null;
        return new UpdateOutcome.Changed(from, store.active(), withdrawn, own);
    }

    /** The listener's own profiles go with him to the new model, or are set aside and told: never silently lost. */
    private @Nullable String carryOver(List<RecordingProfile> own) {
        if (own.isEmpty()) {
            return null;
        }
        ProfileBundle released = store.active();
        String names = own.stream().map(RecordingProfile::id).collect(Collectors.joining(", "));
        try {
            Recalibration made = Recalibration.of(
                    released, own, store.nextOwnNumber(), "Your own " + names + " on the new base model.");
            store.keep(made);
            return "Your own " + names + " holds on it too: "
                    + made.bundle().model().version() + " is in force.";
        } catch (ModelRefusedException | IllegalArgumentException e) {
            return "Your own " + names + " is set aside, and the model is in force without it: " + e.getMessage()
                    + " The drafts are kept.";
        }
    }

    private VerifiedRepository open(ServerAddress address, Optional<Path> trustRoot) throws ModelRefusedException {
        TrustFolder folder = TrustFolder.of(home);
        if (folder.isPinned()) {
            if (trustRoot.isPresent() && !Arrays.equals(read(trustRoot.get()), read(folder.pinned()))) {
                throw new ModelRefusedException("This machine already trusts another root; if the change is meant,"
                        + " delete " + folder.path() + " first.");
            }
            return new VerifiedRepository(folder, address, clock);
        }
        byte[] root = read(trustRoot.orElseThrow(ModelUpdate::noRepository));
        TrustFolder trial = folder.trial();
        try {
            trial.pin(root);
            new VerifiedRepository(trial, address, clock).refresh();
            trial.become(folder);
        } finally {
            trial.delete();
        }
        return new VerifiedRepository(folder, address, clock);
    }

    private SemanticVersion nextOlder(SemanticVersion active, Optional<SignedModels> signed) {
        TreeSet<SemanticVersion> eligible = new TreeSet<>();
        if (signed.isPresent()) {
            signed.get().all().forEach(model -> eligible.add(model.version()));
        } else {
            eligible.addAll(store.versions());
            eligible.removeIf(SemanticVersion::isLocal);
        }
        SemanticVersion older = eligible.lower(active);
        if (older == null) {
            throw new IllegalArgumentException("There is no base model older than " + active + ".");
        }
        return older;
    }

    private static IllegalArgumentException noRepository() {
        return new IllegalArgumentException("No repository is known yet; name it and its first root once: auralis model"
                + " update --repository URL --trust-root FILE.");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
