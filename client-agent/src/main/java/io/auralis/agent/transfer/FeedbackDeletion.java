package io.auralis.agent.transfer;

import io.auralis.agent.feedback.Rating;
import io.auralis.agent.feedback.RatingStore;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.FolderTree;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.sharing.Sharing;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Deletes feedback so that no byte of it remains under the home: the ratings, the jobs that only they judged (a job names
 * the track), and summaries of them that wait in the outbox. What the profile concluded stays until it is rolled back;
 * it holds counts, never a comment or a track.
 */
public final class FeedbackDeletion {
    private final AuralisHome home;
    private final Clock clock;

    public FeedbackDeletion(AuralisHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * Deletes what is chosen, and what a kill left of any feedback.
     *
     * @param condition chooses the ratings
     * @param jobs chooses, among the jobs of tracks that have no rating left, those that go too: each names its track
     * @return the deleted ratings; when this returns, nothing of them is on the disk
     */
    public List<Rating> delete(Predicate<Rating> condition, Predicate<Job> jobs) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            RatingStore ratings = new RatingStore(home);
            List<Rating> chosen = ratings.all().stream().filter(condition).toList();
            if (!chosen.isEmpty() && !Sharing.isUntouched(home)) {
                new Sharing(home, clock, new SecureRandom()).dropUnsent();
            }
            Set<String> judged = chosen.stream().map(Rating::job).collect(Collectors.toSet());
            Set<String> tracks = chosen.stream().map(Rating::sourceSha256).collect(Collectors.toSet());
            ratings.all().stream().filter(condition.negate()).forEach(kept -> {
                judged.remove(kept.job());
                tracks.remove(kept.sourceSha256());
            });
            new JobHistory(home)
                    .delete(job ->
                            judged.contains(job.id()) || (tracks.contains(job.sourceSha256()) && jobs.test(job)));
            // Last: should the program be killed before, the ratings are still there to be deleted again.
            ratings.delete(condition);
            deleteReplacedLayer();
            return chosen;
        }
    }

    private void deleteReplacedLayer() {
        try {
            FolderTree.delete(PersonalArchive.replaced(home));
        } catch (IOException e) {
            throw new HomeException("Cannot delete from " + home.root() + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
