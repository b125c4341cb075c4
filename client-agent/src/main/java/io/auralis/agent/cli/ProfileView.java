package io.auralis.agent.cli;

import io.auralis.agent.personal.Delta;
import io.auralis.agent.personal.LearningRule;
import io.auralis.agent.personal.PersonalProfile;
import io.auralis.agent.personal.ProfileVersion;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.List;

/** A profile as {@code profile show --json} prints it; scripts rely on the keys. */
record ProfileView(
        String version, GearClass gear, SemanticVersion baseModel, int ratings, boolean mature, List<Part> deltas) {
    /** One personal part; value and interval in the dimension's unit. */
    record Part(RecordingType type, TasteDimension dimension, double value, List<Double> interval, String evidence) {}

    /** One version in the history. */
    record Version(String version, String at, String commit, String reason) {
        static Version of(ProfileVersion version) {
            return new Version(version.version(), version.at().toString(), version.commit(), version.reason());
        }

        String line() {
            return at + "  " + commit.substring(0, 10) + "  " + reason;
        }
    }

    /** @param ratings how many were given by now, which may be more than the version rests on */
    static ProfileView of(PersonalProfile profile, int ratings) {
        return new ProfileView(
                profile.version(),
                profile.gear(),
                profile.baseModel(),
                ratings,
                ratings >= LearningRule.RATINGS_UNTIL_MATURE,
                profile.deltas().stream()
                        .map(delta -> new Part(
                                delta.type(), delta.dimension(), delta.value(), delta.interval(), delta.evidence()))
                        .toList());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add((mature ? "Mature profile " : "Profile ")
                + (version.isEmpty() ? "(none before the fifth rating)" : version) + " for " + gear.key()
                + ", " + ratings + (ratings == 1 ? " rating" : " ratings") + ", relative to base model " + baseModel
                + ".");
        if (deltas.isEmpty()) {
            lines.add("Nothing is changed on your behalf yet.");
        }
        Table table = new Table();
        deltas.forEach(part -> table.row(
                "  " + part.type().name(),
                Words.name(part.dimension()),
                Words.signed(part.dimension(), part.value()),
                part.evidence()));
        lines.addAll(table.lines());
        return lines;
    }

    /** What differs between two profiles, one line per part; empty if nothing does. */
    static List<Change> changes(PersonalProfile from, PersonalProfile to) {
        List<Change> changes = new ArrayList<>();
        for (RecordingType type : RecordingType.values()) {
            for (TasteDimension dimension : TasteDimension.values()) {
                double before = from.delta(type, dimension).map(Delta::value).orElse(0.0);
                double after = to.delta(type, dimension).map(Delta::value).orElse(0.0);
                if (before != after) {
                    changes.add(new Change(type, dimension, before, after));
                }
            }
        }
        return changes;
    }

    /** One part that differs; values in the dimension's unit. */
    record Change(RecordingType type, TasteDimension dimension, double from, double to) {
        String line() {
            return type + " " + Words.name(dimension) + ": " + Words.signed(dimension, from) + " to "
                    + Words.signed(dimension, to);
        }
    }
}
