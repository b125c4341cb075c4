package io.auralis.publisher;

import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateEvidence;
import io.auralis.contracts.candidate.CandidateEvidence.HoldOut;
import io.auralis.contracts.candidate.CandidateEvidence.PrivacySpent;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Candidates as the aggregator would derive them. */
public final class Candidates {
    private Candidates() {}

    public static Candidate parameter(String id, String baseModel, TasteDimension dimension, double step) {
        return parameter(id, baseModel, RecordingType.STUDIO, dimension, step);
    }

    public static Candidate parameter(
            String id, String baseModel, RecordingType type, TasteDimension dimension, double step) {
        return candidate(id, baseModel, new CandidateChange.ParameterStep(type, dimension, step), dimension, step);
    }

    public static Candidate prior(String id, String baseModel, GearClass gear, TasteDimension dimension, double step) {
        return candidate(
                id,
                baseModel,
                new CandidateChange.GearPriorStep(RecordingType.STUDIO, gear, dimension, step),
                dimension,
                step);
    }

    public static Candidate profile(String id, String baseModel, RecordingProfile profile) {
        return candidate(id, baseModel, new CandidateChange.NewProfile(profile), TasteDimension.BASS, 0.3);
    }

    private static Candidate candidate(
            String id, String baseModel, CandidateChange change, TasteDimension dimension, double location) {
        List<Long> histogram = new ArrayList<>(Collections.nCopies(2 * dimension.limitSteps() + 1, 0L));
        int middle = dimension.limitSteps() + dimension.toSteps(location);
        histogram.set(middle, 320L);
        histogram.set(middle - 1, 60L);
        histogram.set(middle + 1, 33L);
        histogram.set(0, -1L);
        return new Candidate(
                Candidate.SCHEMA,
                id,
                SemanticVersion.parse(baseModel),
                change,
                new CandidateEvidence(
                        412,
                        List.of("2026-10", "2026-11"),
                        location + 0.012,
                        location - 0.04,
                        location + 0.06,
                        List.of(310L, 120L, 14L),
                        new HoldOut(83, 0.46, 0.21),
                        histogram,
                        new PrivacySpent(0.05, 1.6, 1e-6),
                        "20 % trimmed mean over contributors, each counted once."));
    }
}
