package io.auralis.agent.cli;

import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.home.AuralisHome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** What a listener said of a track the last time, so that a correction need not say it again. */
final class RatedBefore {
    private RatedBefore() {}

    static Optional<Rating> of(AuralisHome home, Path file) {
        return new JobHistory(home)
                .find(file).stream()
                        .findFirst()
                        .flatMap(job -> new FeedbackStore(home)
                                .all().stream()
                                        .filter(rating -> rating.sourceSha256().equals(job.sourceSha256()))
                                        .max(Comparator.comparingLong(Rating::number)));
    }
}
