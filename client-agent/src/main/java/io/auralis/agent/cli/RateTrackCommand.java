package io.auralis.agent.cli;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.StatedAsks;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.personal.LearningRule;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.Rated;
import io.auralis.agent.personal.RatingService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis rate-track}: five seconds of a listener's time. It says what it understood and never waits for an answer. */
@Command(
        name = "rate-track",
        description = "Rate a mastered track; what you say about it is what the program learns from.",
        footer = {
            "",
            "The profile is looked at again at every fifth rating, and changes from the tenth on.",
            "",
            "A comment may be in any language of docs/comments.md. Where it was taken amiss, say it by hand:",
            "auralis rate-track song.flac --replace --asks \"bass more a_bit, width fine\"",
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

    @Option(
            names = "--rating",
            paramLabel = "1..5",
            description = "5 is as good as it can be; may be left out with --replace.")
    private @Nullable Integer stars;

    @Option(names = "--comment", paramLabel = "TEXT", description = "What should change, or is fine, in your words.")
    private @Nullable String comment;

    @Option(
            names = "--asks",
            paramLabel = "ASKS",
            description = "What the comment is to be understood as, instead: an aspect, more, less or fine, and a_bit,"
                    + " plain or much, joined by commas; or none.")
    private @Nullable String asks;

    @Option(
            names = "--replace",
            description = "Correct the last rating of this track instead of adding one; what is not given stays.")
    private boolean replace;

    RateTrackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<Rating> before = replace ? RatedBefore.of(session.home(), file) : Optional.empty();
        int given = stars == null
                ? before.map(Rating::stars)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "A rating needs --rating 1..5, unless it corrects one with --replace."))
                : stars;
        String said = said(before);
        PersonalLayer layer = session.personalLayer();
        RatingService service = new RatingService(session.home(), session.clock(), layer);
        Rated rated = replace ? service.replaceLast(file, given, said) : service.rate(file, given, said);
        if (output.json) {
            Output.printJson(
                    session.out(),
                    new View(given, rated.rating().asks(), rated.rating().ignored(), rated.profileVersion()));
            return ExitCode.OK;
        }
        print(rated, layer);
        return ExitCode.OK;
    }

    /** The comment with the asks stated by hand; of a correction, what was said before stays where nothing else is said. */
    private String said(Optional<Rating> before) {
        String words = comment == null ? before.map(Rating::comment).orElse("") : comment;
        return asks == null ? words : StatedAsks.join(words, asks);
    }

    private void print(Rated rated, PersonalLayer layer) {
        Rating rating = rated.rating();
        session.out()
                .println((replace ? "Corrected: " : "Rated: ") + rating.track() + ", " + rating.stars() + " of 5.");
        if (!rating.comment().isBlank()) {
            AskText.lines(rating.asks(), rating.ignored()).forEach(session.out()::println);
            session.out().println(AskText.howToCorrect(file, rating.asks()));
        }
        int ratings = layer.ratings(rating.gear()).size();
        session.out()
                .println(rated.made()
                        .map(made -> "New profile version " + made.reason())
                        .orElseGet(() -> standing(rated, ratings)));
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
