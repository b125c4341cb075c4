package io.auralis.agent.sharing;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.Delta;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.PersonalProfile;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws the reports from a home: the one place where ratings become something that may leave the machine. */
public final class ReportSource {
    private final FeedbackStore ratings;
    private final ModelStore models;
    private final PersonalLayer personal;
    private final Clock clock;

    public ReportSource(AuralisHome home, Clock clock) {
        this.ratings = new FeedbackStore(home);
        this.models = new ModelStore(home);
        this.personal = new PersonalLayer(home, clock, models);
        this.clock = clock;
    }

    /** What there is to report now, in the order of slots; empty while no slot has enough ratings. */
    public List<TasteReport> reports() {
        // Those of another machine are told by that one: else one listener would count twice.
        List<Rating> all = ratings.all().stream().filter(Rating::givenHere).toList();
        if (all.size() < TasteReport.MIN_RATINGS) {
            return List.of();
        }
        BaseModel model = models.active().model();
        if (model.version().isLocal()) {
            // Nobody else has this model, so what is said of it would name its listener.
            return List.of();
        }
        Map<GearClass, HearingClass> hearing = new EnumMap<>(GearClass.class);
        all.forEach(rating -> hearing.put(rating.gear(), rating.hearing()));
        Map<GearClass, PersonalProfile> profiles = new EnumMap<>(GearClass.class);
        PersonalDeltas deltas = (gear, type, dimension) -> profiles.computeIfAbsent(gear, personal::current)
                .delta(type, dimension)
                .map(delta -> beyondPrior(
                        delta, model, gear, hearing.getOrDefault(gear, HearingClass.NORMAL), type, dimension))
                .orElse(0.0);
        return ReportBuilder.build(
                all.stream()
                        .filter(ReportSource::hasFeatures)
                        .map(ReportSource::stripped)
                        .toList(),
                model.version(),
                deltas,
                clock.instant());
    }

    /**
     * What the listener wants beyond what the model already gives whoever has his gear and hearing: only this falls when
     * the model takes it up, be it as a parameter or as a prior.
     */
    private static double beyondPrior(
            Delta delta,
            BaseModel model,
            GearClass gear,
            HearingClass hearing,
            RecordingType type,
            TasteDimension dimension) {
        return delta.value()
                - model.profile(delta.profile())
                        .map(profile -> profile.prior(gear, hearing, dimension))
                        .orElse(0.0);
    }

    private static boolean hasFeatures(Rating rating) {
        return List.of(FeatureBins.values()).stream()
                .allMatch(bins -> rating.features().containsKey(bins.feature()));
    }

    private static RatedTrack stripped(Rating rating) {
        return new RatedTrack(
                rating.at(),
                rating.baseModel(),
                rating.type(),
                rating.gear(),
                rating.hearing(),
                rating.stars(),
                rating.asks().stream().map(ReportSource::stripped).toList(),
                rating.features());
    }

    private static RatedTrack.Asked stripped(Ask ask) {
        return new RatedTrack.Asked(
                ask.aspect().dimension(),
                switch (ask.direction()) {
                    case MORE -> RatedTrack.Direction.MORE;
                    case FINE -> RatedTrack.Direction.FINE;
                    case LESS -> RatedTrack.Direction.LESS;
                });
    }
}
