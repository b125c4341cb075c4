package io.auralis.simulator.listener;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.history.JobId;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Settings;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.Rated;
import io.auralis.agent.personal.RatingService;
import io.auralis.agent.sharing.ReportSource;
import io.auralis.agent.sharing.SendSummary;
import io.auralis.agent.sharing.Sharing;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.Wishes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One listener's month with the real personal layer in a home of his own: tracks are planned with what was learned so far,
 * the job is recorded, he rates it, and at the end his summary is built and sent as the agent does it. Only the sound
 * itself is left out.
 */
final class ListenerMonth {
    private final SyntheticListener listener;
    private final Month month;
    private final AuralisHome home;
    private final MovingClock clock;
    private final ModelStore models;
    private final BaseModel model;
    private final PersonalLayer layer;
    private final RatingService ratings;
    private final JobHistory history;
    private final RandomGenerator random;

    /**
     * What all listeners of a run share.
     *
     * @param from when the month's listening begins
     * @param to when it ends and the summary is sent
     * @param tracks rated in it
     */
    record Month(RecordingType type, Instant from, Instant to, int tracks) {}

    ListenerMonth(SyntheticListener listener, Month month, AuralisHome home, RandomGenerator random) {
        this.listener = listener;
        this.month = month;
        this.home = home;
        this.random = random;
        this.clock = new MovingClock(month.from());
        this.models = new ModelStore(home);
        this.model = models.active().model();
        this.layer = new PersonalLayer(home, clock, models);
        this.ratings = new RatingService(home, clock, layer);
        this.history = new JobHistory(home);
        Settings settings = new Settings(home);
        settings.gear(listener.gear());
        settings.hearing(listener.hearing());
    }

    /** Listens and rates. */
    void listen() {
        TrackSource tracks = new TrackSource(model, month.type());
        Ear ear = new Ear(listener, random);
        Duration between = Duration.between(month.from(), month.to()).dividedBy(month.tracks() + 1);
        // What is in force changes with a version only; reading it anew for each track would take most of the time.
        Map<TasteDimension, PersonalPart> learned = layer.partsFor(month.type());
        String version = "";
        for (int number = 1; number <= month.tracks(); number++) {
            clock.forward(between);
            TrackSource.Track track = tracks.draw(random);
            Map<TasteDimension, PersonalPart> inForce = learned;
            MasteringPlan plan = new Planner(model, type -> inForce, Wishes.NONE)
                    .plan(track.detection(), track.fingerprint(), meters(track.fingerprint()));
            Job job = job(number, track, version, plan);
            history.record(job);
            Map<TasteDimension, Double> applied = new EnumMap<>(TasteDimension.class);
            job.applied().forEach((dimension, one) -> applied.put(dimension, one.total() - one.base()));
            Impression impression = ear.judge(applied);
            Rated rated = ratings.rate(job, impression.stars(), impression.comment());
            version = rated.profileVersion();
            if (rated.made().isPresent()) learned = layer.partsFor(month.type());
        }
    }

    /** What the month's summaries say; empty with fewer than five ratings. */
    List<TasteReport> reports() {
        return new ReportSource(home, clock).reports();
    }

    /** Opts in and sends the summaries, as {@code enable-sharing} and {@code share now} do. */
    SendSummary send(List<TasteReport> reports, ServerAddress server, Exchange exchange, SecureRandom secrets) {
        Sharing sharing = new Sharing(home, clock, secrets);
        sharing.enable(server);
        sharing.queue(reports);
        return sharing.send(exchange, Integer.MAX_VALUE, true);
    }

    private Job job(int number, TrackSource.Track track, String version, MasteringPlan plan) {
        Map<TasteDimension, Job.Applied> applied = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            PlannedParameter parameter = plan.parameter(dimension.key());
            applied.put(dimension, new Job.Applied(parameter.base(), parameter.personal(), parameter.finalValue()));
        }
        return new Job(
                JobId.next(clock.instant()),
                clock.instant(),
                "track " + number,
                sha256("source " + number),
                sha256("output " + number),
                model.version(),
                version,
                listener.gear(),
                listener.hearing(),
                track.detection().type(),
                track.detection().profile(),
                track.detection().confidence(),
                applied,
                track.fingerprint());
    }

    /** The track's own level and punch; the plan's other inputs do not depend on them. */
    private static Meters meters(Fingerprint fingerprint) {
        double lufs = fingerprint.value(FingerprintDimension.LUFS);
        return new Meters(lufs, 6, lufs + 3, lufs + 5, -1, -1, fingerprint.value(FingerprintDimension.CREST_DB));
    }

    private static String sha256(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A month in a minute. */
    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(Instant now) {
            this.now = now;
        }

        void forward(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
