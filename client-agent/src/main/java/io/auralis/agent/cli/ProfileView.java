package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;

/** A profile as {@code profile show --json} prints it; scripts rely on the keys. */
record ProfileView(
        String version, GearClass gear, SemanticVersion baseModel, int ratings, boolean mature, List<Part> deltas) {
    /** One personal part; value and interval in the dimension's unit. */
    record Part(RecordingType type, TasteDimension dimension, double value, List<Double> interval, String evidence) {
        /** Where the listener's taste lies, as far as is known; a value of his own word has none. */
        private String intervalWords() {
            return interval.get(0).equals(interval.get(1))
                    ? "your own word"
                    : Words.interval(dimension, interval.get(0), interval.get(1));
        }
    }

    /** One version in the history. */
    record Version(
            String version,
            String at,
            String commit,
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Part> deltas) {
        static Version of(ProfileVersion version) {
            return new Version(version.version(), version.at().toString(), version.commit(), version.reason(), null);
        }

        /** With the parts in force then. */
        static Version whole(ProfileVersion version) {
            return new Version(
                    version.version(),
                    version.at().toString(),
                    version.commit(),
                    version.reason(),
                    parts(version.profile()));
        }

        /** @param before the version before it, null for the first: only what changed since is shown */
        List<String> lines(@Nullable Version before) {
            List<String> lines = new ArrayList<>();
            lines.add(at + "  " + commit.substring(0, 10) + "  " + reason);
            List<Part> old = before == null || before.deltas() == null ? List.of() : before.deltas();
            for (Part part : deltas == null ? List.<Part>of() : deltas) {
                if (!old.contains(part)) {
                    lines.add("    " + part.type() + " " + Words.name(part.dimension()) + " "
                            + Words.signed(part.dimension(), part.value()) + " (" + part.intervalWords() + ")");
                }
            }
            return lines;
        }
    }

    private static List<Part> parts(PersonalProfile profile) {
        return profile.deltas().stream()
                .map(delta ->
                        new Part(delta.type(), delta.dimension(), delta.value(), delta.interval(), delta.evidence()))
                .toList();
    }

    /** @param ratings how many were given by now, which may be more than the version rests on */
    static ProfileView of(PersonalProfile profile, int ratings) {
        return new ProfileView(
                profile.version(),
                profile.gear(),
                profile.baseModel(),
                ratings,
                ratings >= LearningRule.RATINGS_UNTIL_MATURE,
                parts(profile));
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
                "(" + part.intervalWords() + ")",
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
