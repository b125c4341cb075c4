package io.auralis.agent.transfer;

import io.auralis.agent.audition.PendingStore;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Deletes feedback so that no byte of it remains under the home: the ratings and auditions, the jobs that only they judged (a job names
 * the track), an audition that waits for an answer, and summaries of them that wait in the outbox. What the profile concluded stays until it is rolled back;
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
     * @param chosenRatings chooses the ratings
     * @param chosenAuditions chooses the answered auditions
     * @param jobs chooses, among the jobs of tracks that have no feedback left, those that go too: each names its track
     * @return what was deleted; when this returns, nothing of it is on the disk
     */
    public FeedbackStore.Deleted delete(
            Predicate<Rating> chosenRatings, Predicate<Audition> chosenAuditions, Predicate<Job> jobs) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            FeedbackStore feedback = new FeedbackStore(home);
            Set<String> judged = new HashSet<>();
            Set<String> tracks = new HashSet<>();
            List<Rating> ratings = feedback.all();
            List<Audition> auditions = feedback.auditions();
            ratings.stream().filter(chosenRatings).forEach(rating -> {
                judged.add(rating.job());
                tracks.add(rating.sourceSha256());
            });
            auditions.stream().filter(chosenAuditions).forEach(audition -> tracks.add(audition.sourceSha256()));
            if (!judged.isEmpty() && !Sharing.isUntouched(home)) {
                new Sharing(home, clock, new SecureRandom()).dropUnsent();
            }
            ratings.stream().filter(chosenRatings.negate()).forEach(kept -> {
                judged.remove(kept.job());
                tracks.remove(kept.sourceSha256());
            });
            auditions.stream().filter(chosenAuditions.negate()).forEach(kept -> tracks.remove(kept.sourceSha256()));
            new JobHistory(home)
                    .delete(job ->
                            judged.contains(job.id()) || (tracks.contains(job.sourceSha256()) && jobs.test(job)));
            // Last: should the program be killed before, the feedback is still there to be deleted again.
            FeedbackStore.Deleted deleted = feedback.delete(chosenRatings, chosenAuditions);
            new PendingStore(home).deleteIf(chosenAuditions);
            deleteReplacedLayer();
            return deleted;
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
