package io.auralis.agent.signature;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateEvidence;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A profile drafted from a library, for its listener to try, keep or drop.
 *
 * @param name the listener's for it, lower-case words joined by hyphens
 * @param made when
 * @param baseModel the model that it was drafted beside
 * @param libraryTracks the tracks of the library
 * @param cluster what it was drafted from
 * @param profile the draft itself; its id is {@value #PREFIX} and the name, which no released profile is called
 */
public record Draft(
        String name,
        Instant made,
        SemanticVersion baseModel,
        int libraryTracks,
        Characterization.Cluster cluster,
        RecordingProfile profile) {
    /** What the id of a listener's own profile begins with. */
    public static final String PREFIX = "local-";

    public static final String DEFAULT_NAME = "draft";

    public Draft {
        requireName(name);
    }

    /** @throws IllegalArgumentException unless the name is lower-case words joined by hyphens, at most 40 characters */
    public static String requireName(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || name.length() > 40) {
            throw new IllegalArgumentException(
                    "A draft's name is lower-case words joined by hyphens, at most 40 characters, but this is \"" + name
                            + "\".");
        }
        return name;
    }

    /** @param cluster of the characterization of a library of so many tracks, by the model */
    public static Draft of(
            String name, Characterization.Cluster cluster, int libraryTracks, BaseModel model, Instant made) {
        return new Draft(
                requireName(name),
                made,
                model.version(),
                libraryTracks,
                cluster,
                ProfileDraft.of(cluster, model, PREFIX + name, libraryTracks));
    }

    Draft renamed(String newName) {
        return new Draft(requireName(newName), made, baseModel, libraryTracks, cluster, called(PREFIX + newName));
    }

    /**
     * The draft as a proposal to the maintainers: figures over the cluster only, no track's. It carries exact figures of
     * one library, so it leaves the machine by the listener's own hand or not at all.
     */
    public Candidate candidate() {
        String month = YearMonth.from(made.atOffset(ZoneOffset.UTC)).toString();
        return new Candidate(
                Candidate.SCHEMA,
                "library-" + name,
                baseModel.released(),
                new CandidateChange.NewProfile(called(name)),
                new CandidateEvidence(
                        1,
                        List.of(month, month),
                        0,
                        0,
                        0,
                        List.of(0L, 0L, 0L),
                        new CandidateEvidence.HoldOut(0, 0, 0),
                        List.of(),
                        new CandidateEvidence.PrivacySpent(0, 0, 0),
                        "One listener's library, by his own hand, exact figures without noise: " + cluster.tracks()
                                + " of " + libraryTracks + " tracks, DBSCAN, means and " + cluster.deviations()
                                + " standard deviations."));
    }

    private RecordingProfile called(String id) {
        return new RecordingProfile(
                id,
                profile.family(),
                profile.philosophy(),
                profile.maxConfidence(),
                profile.rules(),
                profile.parameters(),
                profile.gearPriors(),
                profile.hearingPriors(),
                profile.provenance());
    }
}
