package io.auralis.agent.personal;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.home.Settings;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Clock;
import java.util.Optional;

/** Says what to audition next, keeps the answer, and lets the personal layer learn from it. It never touches audio. */
public final class AuditionService {
    private final AuralisHome home;
    private final Clock clock;
    private final PersonalLayer layer;
    private final Settings settings;
    private final FeedbackStore feedback;

    public AuditionService(AuralisHome home, Clock clock, PersonalLayer layer) {
        this.home = home;
        this.clock = clock;
        this.layer = layer;
        this.settings = new Settings(home);
        this.feedback = new FeedbackStore(home);
    }

    /**
     * What to audition with the gear in use: the dimension of which least is known.
     *
     * @param profile id of the recording profile that the track matched best
     */
    public AuditionQuestion next(RecordingType type, String profile) {
        return question(type, profile, choice().next(type));
    }

    /**
     * What to audition of a dimension that the listener names.
     *
     * @throws IllegalArgumentException for loudness: both are played equally loud
     */
    public AuditionQuestion next(RecordingType type, String profile, TasteDimension dimension) {
        return question(type, profile, choice().of(type, dimension));
    }

    private AuditionChoice choice() {
        return new AuditionChoice(layer.learner(layer.current()));
    }

    private AuditionQuestion question(RecordingType type, String profile, AuditionChoice.Pair pair) {
        return new AuditionQuestion(
                settings.gear(),
                settings.hearing(),
                type,
                profile,
                pair.dimension(),
                pair.lower(),
                pair.higher(),
                pair.reason());
    }

    /**
     * Keeps an answer, and makes a new version if it calls for one; only what it was about may move. On disk when this returns.
     *
     * @param question as it was asked
     * @param played what was really played
     * @throws IllegalArgumentException if both that were played had the same setting
     */
    public Auditioned answer(AuditionQuestion question, AuditionedTrack played, Audition.Preferred preferred) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            PendingVersion pending = new PendingVersion(home);
            pending.makeUp(layer);
            Audition audition = question.answered(feedback.nextNumber(), clock.instant(), played, preferred);
            // Written first, so that a kill after the answer is on disk does not lose the version it calls for.
            pending.mark(question.gear());
            feedback.append(audition);
            Optional<ProfileVersion> made = pending.consider(() -> layer.considerNewVersion(audition), "The answer");
            PersonalProfile now = layer.current(question.gear());
            return new Auditioned(
                    audition, now.version(), made, layer.learner(now).assess(question.type(), question.dimension()));
        }
    }
}
