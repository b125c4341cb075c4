package io.auralis.agent.cli;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.personal.LearningRule;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.Rated;
import io.auralis.agent.personal.RatingService;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis rate-track}: five seconds of a listener's time. */
@Command(
        name = "rate-track",
        description = "Rate a mastered track; what you say about it is what the program learns from.",
        footer = {
            "",
            "The profile is looked at again at every fifth rating, and changes from the tenth on.",
            "",
            "Example: auralis rate-track \"song (Auralis).flac\" --rating 4 --comment \"a bit more bass\""
        })
final class RateTrackCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "The mastered file, or the original of it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--rating", paramLabel = "1..5", required = true, description = "5 is as good as it can be.")
    private int stars;

    @Option(names = "--comment", paramLabel = "TEXT", description = "What should change, or is fine, in your words.")
    private String comment = "";

    @Option(names = "--replace", description = "Correct the last rating of this track instead of adding one.")
    private boolean replace;

    RateTrackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalLayer layer = session.personalLayer();
        RatingService service = new RatingService(session.home(), session.clock(), layer);
        Rated rated = replace ? service.replaceLast(file, stars, comment) : service.rate(file, stars, comment);
        if (output.json) {
            Output.printJson(
                    session.out(),
                    new View(stars, rated.rating().asks(), rated.rating().ignored(), rated.profileVersion()));
            return ExitCode.OK;
        }
        session.out()
                .println((replace ? "Corrected: " : "Rated: ") + rated.rating().track() + ", " + stars + " of 5.");
        if (!comment.isBlank()) {
            AskText.lines(rated.rating().asks(), rated.rating().ignored()).forEach(session.out()::println);
        }
        int given = layer.ratings(rated.rating().gear()).size();
        session.out()
                .println(rated.made()
                        .map(made -> "New profile version " + made.reason())
                        .orElseGet(() -> standing(rated, given)));
        return ExitCode.OK;
    }

    /** Where the profile stands when this rating changed nothing, so that nobody wonders what rating is for. */
    private static String standing(Rated rated, int given) {
        int toGo = LearningRule.RATINGS_PER_VERSION - given % LearningRule.RATINGS_PER_VERSION;
        return (rated.profileVersion().isEmpty() ? "No profile yet" : "Profile " + rated.profileVersion()) + ", "
                + given + (given == 1 ? " rating" : " ratings") + " with "
                + rated.rating().gear().key() + "; the next version is considered after " + toGo + " more.";
    }

    /** What scripts rely on. */
    private record View(int rating, List<Ask> asks, List<String> ignored, String profileVersion) {}
}
