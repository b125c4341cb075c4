package io.auralis.agent.cli;

import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.FileHash;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.transfer.FeedbackDeletion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis delete-feedback}. */
@Command(
        name = "delete-feedback",
        description =
                "Delete ratings and comments, and the record of the masterings they judged; no byte of them is left.",
        footer = {
            "",
            "What your profile concluded stays until you roll it back; it holds no comment "
                    + "and no track. What was shared is taken back with: auralis share withdraw.",
            "",
            "Example: auralis delete-feedback --older-than 90-days"
        })
final class DeleteFeedbackCommand implements Callable<Integer> {
    private static final Pattern AGE = Pattern.compile("([1-9][0-9]{0,4})-?(d|days?)");

    /** Exactly one of the three. */
    static final class Which {
        @Option(
                names = "--older-than",
                paramLabel = "N-days",
                description = "Ratings older than this.",
                required = true)
        private @Nullable String age;

        @Option(
                names = "--track",
                paramLabel = "FILE",
                description = "Ratings of a track: the file, or its name.",
                required = true)
        private @Nullable Path track;

        @Option(names = "--all", description = "All ratings.", required = true)
        private boolean all;
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Which which;

    DeleteFeedbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Rating> deleted = new FeedbackDeletion(session.home(), session.clock()).delete(condition(), jobs());
        if (deleted.isEmpty() && which.track != null) {
            // Whoever names a track believes it to be there: a typing mistake must not look like a deletion.
            throw new IllegalArgumentException(
                    "No rating of " + which.track.getFileName() + " is kept here; nothing was deleted.");
        }
        if (output.json) {
            Output.printJson(session.out(), new View(deleted.size()));
        } else {
            session.out()
                    .println(
                            deleted.isEmpty()
                                    ? "There was nothing to delete."
                                    : "Deleted " + deleted.size() + (deleted.size() == 1 ? " rating." : " ratings."));
        }
        return ExitCode.OK;
    }

    private Predicate<Rating> condition() {
        if (which.all) {
            return rating -> true;
        }
        if (which.age != null) {
            Instant before = session.clock().instant().minus(age(which.age));
            return rating -> rating.at().isBefore(before);
        }
        return of(which.track == null ? Path.of("") : which.track);
    }

    /** What was mastered lately can still be rated after old feedback is gone. */
    private Predicate<Job> jobs() {
        if (which.age == null) {
            return job -> true;
        }
        Instant before = session.clock().instant().minus(age(which.age));
        return job -> job.at().isBefore(before);
    }

    private Predicate<Rating> of(Path track) {
        if (Files.isRegularFile(track)) {
            String hash = FileHash.of(track);
            Set<String> sources = new JobHistory(session.home())
                    .find(hash).stream().map(Job::sourceSha256).collect(Collectors.toSet());
            return rating -> rating.sourceSha256().equals(hash) || sources.contains(rating.sourceSha256());
        }
        String name = String.valueOf(track.getFileName());
        return rating -> rating.track().equals(name);
    }

    private static Duration age(String text) {
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "An age is a number of days such as 90-days, but this is \"" + text + "\".");
        }
        return Duration.ofDays(Integer.parseInt(matcher.group(1)));
    }

    private record View(int deleted) {}
}
