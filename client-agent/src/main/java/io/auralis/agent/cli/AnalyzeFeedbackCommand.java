package io.auralis.agent.cli;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.home.Settings;
import io.auralis.agent.personal.Assessment;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis analyze-feedback}: what the ratings say, what the next version will change, and what is missing for it. */
@Command(
        name = "analyze-feedback",
        description = "Show what your ratings and auditions say, what will change next, and what is still missing.",
        footer = {"", "Example: auralis analyze-feedback --type studio"})
final class AnalyzeFeedbackCommand implements Callable<Integer> {
    /** At most one of the three. */
    static final class Scope {
        @Option(names = "--type", paramLabel = "TYPE", description = "Only studio, metal, bootleg or unknown.")
        private @Nullable String type;

        @Option(names = "--all-types", description = "All kinds of recording (the default).")
        private boolean allTypes;

        @Option(names = "--monthly-summary", description = "One line per month.")
        private boolean monthly;
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @ArgGroup
    private @Nullable Scope scope;

    AnalyzeFeedbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalLayer layer = session.personalLayer();
        GearClass gear = new Settings(session.home()).gear();
        @Nullable RecordingType type = scope == null || scope.type == null ? null : RecordingTypes.parse(scope.type);
        List<Rating> ratings = layer.ratings(gear).stream()
                .filter(rating -> type == null || rating.type() == type)
                .toList();
        List<Audition> auditions = layer.auditions(gear).stream()
                .filter(audition -> type == null || audition.type() == type)
                .toList();
        if (scope != null && scope.monthly) {
            List<FeedbackMonth> months = FeedbackMonth.of(ratings, auditions);
            if (output.json) {
                Output.printJson(session.out(), months);
            } else if (months.isEmpty()) {
                session.out().println("No ratings with " + gear.key() + " yet.");
            } else {
                months.forEach(month -> session.out().println(month.line()));
            }
            return ExitCode.OK;
        }
        List<Assessment> assessments = layer.assess(gear).stream()
                .filter(assessment -> type == null || assessment.type() == type)
                .toList();
        FeedbackView view =
                FeedbackView.of(gear, layer.current(gear).version(), ratings, auditions.size(), assessments);
        if (output.json) {
            Output.printJson(session.out(), view);
        } else {
            view.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
