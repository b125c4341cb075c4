package io.auralis.agent.personal;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.home.Settings;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.plan.PersonalPart;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The listener's personal layer: what is added to the base model on his behalf, on the gear he uses now, and how it came
 * about. Each change is a new version in Git with its reason; nothing here is ever overwritten.
 */
public final class PersonalLayer {
    private final AuralisHome home;
    private final Clock clock;
    private final ModelStore models;
    private final Settings settings;
    private final FeedbackStore ratings;
    private final ProfileRepository profiles;

    public PersonalLayer(AuralisHome home, Clock clock, ModelStore models) {
        this.home = home;
        this.clock = clock;
        this.models = models;
        this.settings = new Settings(home);
        this.ratings = new FeedbackStore(home);
        this.profiles = new ProfileRepository(home);
    }

    /** The profile for the gear in use, relative to the active base model; version empty before the first. */
    public PersonalProfile current() {
        return current(settings.gear());
    }

    /** The profile for a gear, relative to the active base model. */
    public PersonalProfile current(GearClass gear) {
        ModelLookup lookup = new ModelLookup(models);
        return profiles.newest(gear)
                .map(newest -> onActiveModel(newest.profile(), lookup))
                .orElseGet(() -> PersonalProfile.none(gear, lookup.active().version()));
    }

    /**
     * What is added for tracks of a type, per dimension, on the gear in use; dimensions without an addition are absent.
     * As {@link #partsFor(RecordingType, String)} for the type's first recording profile.
     */
    public Map<TasteDimension, PersonalPart> partsFor(RecordingType type) {
        return partsFor(
                type,
                models.active().model().profiles().stream()
                        .filter(recording -> recording.family() == type)
                        .findFirst()
                        .map(RecordingProfile::id)
                        .orElse(""));
    }

    /**
     * What is added for tracks of a type, per dimension, on the gear in use: what was learned or set, else where listeners
     * with this gear and hearing start.
     *
     * @param profile id of the recording profile that the track matched best
     */
    public Map<TasteDimension, PersonalPart> partsFor(RecordingType type, String profile) {
        PersonalProfile current = current();
        Map<TasteDimension, PersonalPart> parts = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            PersonalPart part = current.delta(type, dimension)
                    .map(delta -> new PersonalPart(delta.value(), delta.evidence()))
                    .orElseGet(() -> start(current.gear(), profile, dimension));
            if (part.delta() != 0) {
                parts.put(dimension, part);
            }
        }
        return parts;
    }

    /** Where every dimension that was asked about stands, and what the next version will do. */
    public List<Assessment> assess(GearClass gear) {
        return learner(current(gear)).assess();
    }

    /** Why the personal part in force on the gear in use is what it is. */
    public Explanation why(RecordingType type, TasteDimension dimension) {
        PersonalProfile current = current();
        GearClass gear = current.gear();
        return new Explainer(current, learner(current), ratings(gear), auditions(gear)).explain(type, dimension);
    }

    /** The ratings given on a gear, oldest first. */
    public List<Rating> ratings(GearClass gear) {
        return ratings.all().stream().filter(rating -> rating.gear() == gear).toList();
    }

    /** The auditions answered on a gear, oldest first. */
    public List<Audition> auditions(GearClass gear) {
        return ratings.auditions().stream()
                .filter(audition -> audition.gear() == gear)
                .toList();
    }

    /**
     * Makes the gear's next version if its ratings call for one: the first after five ratings, later ones when a dimension
     * moves. Callers ask at every fifth rating ({@link RatingService} does).
     *
     * @return the new version, empty if there is none
     */
    public Optional<ProfileVersion> considerNewVersion(GearClass gear) {
        return considerNewVersion(gear, any -> true);
    }

    /**
     * As {@link #considerNewVersion(GearClass)}, but only what the audition was about may move: else a sitting of ten
     * auditions would be ten steps for every part that is on its way.
     */
    Optional<ProfileVersion> considerNewVersion(Audition audition) {
        return considerNewVersion(audition.gear(), delta -> delta.is(audition.type(), audition.dimension()));
    }

    private Optional<ProfileVersion> considerNewVersion(GearClass gear, Predicate<Delta> considered) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            PersonalProfile current = current(gear);
            List<Rating> given = ratings(gear);
            if (given.size() < LearningRule.RATINGS_PER_VERSION) {
                return Optional.empty();
            }
            List<Delta> moved =
                    learner(current).moved().stream().filter(considered).toList();
            if (moved.isEmpty() && !current.version().isEmpty()) {
                return Optional.empty();
            }
            String reason = moved.isEmpty()
                    ? "first version after " + given.size() + " ratings, nothing changed yet"
                    : moved.stream().map(delta -> Words.move(current, delta)).collect(Collectors.joining("; "));
            return Optional.of(commit(current.next(given.size(), moved), reason));
        }
    }

    /** All versions of the profile for the gear in use, newest first. */
    public List<ProfileVersion> history() {
        return history(settings.gear());
    }

    /** All versions of the profile for a gear, newest first. */
    public List<ProfileVersion> history(GearClass gear) {
        return profiles.history(gear);
    }

    /**
     * The version of that number for the gear in use.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ProfileVersion version(String version) {
        List<ProfileVersion> history = history();
        return history.stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no profile version " + version + "; "
                        + (history.isEmpty()
                                ? "none was made yet."
                                : "there are "
                                        + history.stream()
                                                .map(ProfileVersion::version)
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    /**
     * Tells the layer that the base model changed: every gear's profile gets a version in which what the listener hears
     * stays the same. Safe to call before or after the model is made active, and again: a profile knows its model.
     *
     * @return the new versions; none for a gear without deltas
     */
    public List<ProfileVersion> rebase(BaseModel from, BaseModel to) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            List<ProfileVersion> made = new ArrayList<>();
            for (GearClass gear : GearClass.values()) {
                Optional<PersonalProfile> newest = profiles.newest(gear)
                        .map(ProfileVersion::profile)
                        .filter(profile -> profile.baseModel().equals(from.version())
                                && !profile.deltas().isEmpty());
                if (newest.isPresent()) {
                    PersonalProfile before = newest.get();
                    PersonalProfile after = before.rebased(from, to);
                    String moves = after.deltas().stream()
                            .filter(delta -> before.delta(delta.type(), delta.dimension())
                                    .filter(old -> old.value() != delta.value())
                                    .isPresent())
                            .map(delta -> Words.move(before, delta))
                            .collect(Collectors.joining("; "));
                    made.add(commit(
                            after.next(before.ratings(), List.of()),
                            "base model " + from.version() + " to " + to.version() + ", what is heard stays the same"
                                    + (moves.isEmpty() ? "" : ": " + moves)));
                }
            }
            return made;
        }
    }

    /** Number of the newest rating or audition; what is decided now leaves behind what was said up to it. */
    long newestRating() {
        return ratings.nextNumber() - 1;
    }

    /** The caller holds the home's lock. */
    ProfileVersion commit(PersonalProfile profile, String reason) {
        return profiles.commit(profile, profile.version() + ": " + reason, clock.instant());
    }

    Learner learner(PersonalProfile current) {
        GearClass gear = current.gear();
        return new Learner(
                current, ratings(gear), auditions(gear), new ModelLookup(models), settings.hearing(), clock.instant());
    }

    /** The profile of an earlier version, relative to the active base model. */
    PersonalProfile onActiveModel(ProfileVersion version) {
        return onActiveModel(version.profile(), new ModelLookup(models));
    }

    /** A profile that was interrupted between a change of model and its rebase is rebased here, each time it is read. */
    private static PersonalProfile onActiveModel(PersonalProfile profile, ModelLookup lookup) {
        return lookup.find(profile.baseModel())
                .filter(then -> !then.version().equals(lookup.active().version()))
                .map(then -> profile.rebased(then, lookup.active()))
                .orElse(profile);
    }

    /** What personal parts would break of the engine's regression set, in one clause; empty if nothing. */
    Optional<String> planObjection(RecordingType type, Map<TasteDimension, Double> values) {
        Map<TasteDimension, PersonalPart> before = partsFor(type);
        Map<TasteDimension, PersonalPart> after = new EnumMap<>(TasteDimension.class);
        after.putAll(before);
        values.forEach((dimension, value) -> after.put(dimension, new PersonalPart(value, "set by hand")));
        return new PlanCheck(models.active()).objection(type, before, after);
    }

    /** Where listeners with this gear and hearing start, before anything is learned. */
    PersonalPart start(GearClass gear, String profile, TasteDimension dimension) {
        double prior = models.active()
                .model()
                .profile(profile)
                .map(recording -> recording.prior(gear, settings.hearing(), dimension))
                .orElse(0.0);
        return new PersonalPart(prior, "where listeners with " + gear.key() + " start");
    }
}
