package io.auralis.agent.cli;

import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.history.FileHash;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.transfer.FeedbackDeletion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
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
                "Delete ratings, comments and auditions, and the record of the masterings they judged; no byte of them is left.",
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
        FeedbackDeletion deletion = new FeedbackDeletion(session.home(), session.clock());
        FeedbackStore.Deleted deleted;
        if (which.all) {
            deleted = deletion.delete(rating -> true, audition -> true, job -> true);
        } else if (which.age != null) {
            Instant before = session.clock().instant().minus(age(which.age));
            // What was mastered lately can still be rated after old feedback is gone.
            deleted = deletion.delete(
                    rating -> rating.at().isBefore(before),
                    audition -> audition.at().isBefore(before),
                    job -> job.at().isBefore(before));
        } else {
            deleted = of(which.track == null ? Path.of("") : which.track, deletion);
        }
        if (output.json) {
            Output.printJson(
                    session.out(),
                    new View(deleted.ratings().size(), deleted.auditions().size()));
        } else {
            session.out().println(deleted.nothing() ? "There was nothing to delete." : sentence(deleted));
        }
        return ExitCode.OK;
    }

    private FeedbackStore.Deleted of(Path track, FeedbackDeletion deletion) {
        String name = String.valueOf(track.getFileName());
        FeedbackStore.Deleted deleted;
        if (Files.isRegularFile(track)) {
            String hash = FileHash.of(track);
            Set<String> sources = new JobHistory(session.home())
                    .find(hash).stream().map(Job::sourceSha256).collect(Collectors.toSet());
            sources.add(hash);
            deleted = deletion.delete(
                    rating -> sources.contains(rating.sourceSha256()),
                    audition -> sources.contains(audition.sourceSha256()),
                    job -> true);
        } else {
            deleted = deletion.delete(
                    rating -> rating.track().equals(name),
                    audition -> audition.track().equals(name),
                    job -> true);
        }
        if (deleted.nothing()) {
            // Whoever names a track believes it to be there: a typing mistake must not look like a deletion.
            throw new IllegalArgumentException("No rating of " + name + " is kept here; nothing was deleted.");
        }
        return deleted;
    }

    private static String sentence(FeedbackStore.Deleted deleted) {
        int ratings = deleted.ratings().size();
        int auditions = deleted.auditions().size();
        return "Deleted " + ratings + (ratings == 1 ? " rating" : " ratings")
                + (auditions == 0 ? "." : " and " + auditions + (auditions == 1 ? " audition." : " auditions."));
    }

    private static Duration age(String text) {
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "An age is a number of days such as 90-days, but this is \"" + text + "\".");
        }
        return Duration.ofDays(Integer.parseInt(matcher.group(1)));
    }

    private record View(int deleted, int auditions) {}
}
