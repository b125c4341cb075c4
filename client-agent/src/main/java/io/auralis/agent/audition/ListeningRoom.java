package io.auralis.agent.audition;

import io.auralis.agent.history.FileHash;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.home.PrivateFolder;
import io.auralis.agent.personal.AuditionQuestion;
import io.auralis.agent.personal.AuditionService;
import io.auralis.agent.personal.Auditioned;
import io.auralis.agent.personal.AuditionedTrack;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.AuditionMasterer;
import io.auralis.engine.mastering.AuditionPair;
import io.auralis.engine.mastering.HeardPassage;
import io.auralis.engine.media.MediaReader;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PersonalTaste;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Prepares blind comparisons and takes their answers. Which of A and B has the higher setting is left to chance; nobody is
 * told before he answered.
 */
public final class ListeningRoom {
    private final AuralisHome home;
    private final Clock clock;
    private final PersonalLayer layer;
    private final AuditionService service;
    private final PendingStore pending;

    public ListeningRoom(AuralisHome home, Clock clock, PersonalLayer layer) {
        this.home = home;
        this.clock = clock;
        this.layer = layer;
        this.service = new AuditionService(home, clock, layer);
        this.pending = new PendingStore(home);
    }

    /** The one that waits for an answer, empty if none does. */
    public Optional<PendingAudition> waiting() {
        return pending.waiting();
    }

    /**
     * Masters a passage of a track twice.
     *
     * @param dimension in what they shall differ; empty for the one of which least is known
     * @param chance which of both is A
     * @throws IllegalArgumentException if another one waits, or the dimension makes no difference to this track
     * @throws io.auralis.engine.media.MediaException if the track cannot be read or has no passage to compare by
     * @throws HomeException if the home cannot be written
     */
    public PendingAudition prepare(
            Path song,
            Optional<TasteDimension> dimension,
            MediaReader reader,
            BaseModel model,
            RandomGenerator chance,
            Progress progress) {
        requireNoneWaiting();
        try (MakingLock lock = MakingLock.acquire(home)) {
            requireNoneWaiting();
            AuditionMasterer masterer = new AuditionMasterer(reader, model);
            HeardPassage heard = masterer.listen(song, progress);
            PrivateFolder.create(home.audition());
            for (AuditionQuestion question : questions(heard, dimension)) {
                Optional<PendingAudition> made =
                        make(song, question, masterer, heard, model, chance.nextBoolean(), progress);
                if (made.isPresent()) {
                    return made.get();
                }
            }
            pending.delete();
            throw new IllegalArgumentException(
                    dimension.map(named -> "The " + Words.name(named)).orElse("No dimension")
                            + " makes no difference to " + song.getFileName() + "; choose another one.");
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + home.root() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /** Empty if the question's settings make no difference to the track. */
    private Optional<PendingAudition> make(
            Path song,
            AuditionQuestion question,
            AuditionMasterer masterer,
            HeardPassage heard,
            BaseModel model,
            boolean higherIsA,
            Progress progress)
            throws IOException {
        AuditionPair pair = masterer.make(
                heard,
                taste(question, question.lower()),
                taste(question, question.higher()),
                higherIsA ? pending.b() : pending.a(),
                higherIsA ? pending.a() : pending.b(),
                progress);
        double lower = applied(pair.first().plan(), question.dimension());
        double higher = applied(pair.second().plan(), question.dimension());
        if (!(lower < higher) || Files.mismatch(pending.a(), pending.b()) < 0) {
            return Optional.empty();
        }
        AuditionedTrack played = new AuditionedTrack(
                String.valueOf(song.getFileName()), FileHash.of(song), model.version(), lower, higher);
        PendingAudition made = new PendingAudition(
                PendingAudition.SCHEMA,
                clock.instant(),
                question,
                played,
                higherIsA,
                heard.passage().startSeconds(),
                heard.passage().seconds());
        try (HomeLock lock = HomeLock.acquire(home)) {
            pending.keep(made);
        }
        return Optional.of(made);
    }

    /** The files of the one that waits. */
    public Path a() {
        return pending.a();
    }

    public Path b() {
        return pending.b();
    }

    private void requireNoneWaiting() {
        pending.waiting().ifPresent(waiting -> {
            throw new IllegalArgumentException(
                    "An audition of " + waiting.played().track()
                            + " waits for your answer: auralis audition --answer a, b or none; or --drop it.");
        });
    }

    /** What is asked first, and what else where that makes no difference to a track: the width of a mono one. */
    private List<AuditionQuestion> questions(HeardPassage heard, Optional<TasteDimension> dimension) {
        RecordingType type = heard.detection().type();
        String profile = heard.detection().profile();
        if (dimension.isPresent()) {
            return List.of(service.next(type, profile, dimension.get()));
        }
        AuditionQuestion first = service.next(type, profile);
        Stream<AuditionQuestion> others = Arrays.stream(TasteDimension.values())
                .filter(other -> other != TasteDimension.LOUDNESS && other != first.dimension())
                .map(other -> service.next(type, profile, other));
        return Stream.concat(Stream.of(first), others).toList();
    }

    private PersonalTaste taste(AuditionQuestion question, double value) {
        return type -> {
            Map<TasteDimension, PersonalPart> parts = new EnumMap<>(TasteDimension.class);
            parts.putAll(layer.partsFor(type));
            parts.put(question.dimension(), new PersonalPart(value, "to be compared"));
            return parts;
        };
    }

    /** What of a personal part was heard: what a legal range took away was not. */
    private static double applied(MasteringPlan plan, TasteDimension dimension) {
        return plan.parameter(dimension.key()).finalValue()
                - plan.parameter(dimension.key()).base();
    }

    /**
     * Takes the answer to the one that waits, and deletes its files.
     *
     * @return what was asked, and what became of the answer
     * @throws IllegalArgumentException if none waits
     */
    public Answered answer(Answer answer) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            PendingAudition asked = pending.waiting()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No audition waits for an answer; make one with: auralis audition SONG"));
            Auditioned became = service.answer(asked.question(), asked.played(), asked.preferred(answer));
            pending.delete();
            return new Answered(asked, answer, became);
        }
    }

    /** An answered audition. */
    public record Answered(PendingAudition asked, Answer answer, Auditioned became) {}

    /**
     * Gives up the one that waits.
     *
     * @return it; empty if none waits
     */
    public Optional<PendingAudition> drop() {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Optional<PendingAudition> dropped = pending.waiting();
            pending.delete();
            return dropped;
        }
    }
}
