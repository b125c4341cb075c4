package io.auralis.publisher.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateChange.GearPriorStep;
import io.auralis.contracts.candidate.CandidateChange.NewProfile;
import io.auralis.contracts.candidate.CandidateChange.ParameterStep;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.publisher.wording.CandidateWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Composes the next base model from the newest one and approved candidates (design section 9). A pure function: the same
 * candidates in any order give the same bytes.
 */
final class ModelComposer {
    /** The bundle's schema ends a sentence at 1,000 characters; a family of many profiles is summed up before that. */
    private static final int LONGEST_LIST = 600;

    private final List<RecordingProfile> profiles;
    /** What this release changes already, and the id of the candidate that does. */
    private final Map<Object, String> moved = new HashMap<>();

    private ModelComposer(List<RecordingProfile> profiles) {
        this.profiles = new ArrayList<>(profiles);
    }

    /**
     * Composes a bundle.
     *
     * @param previous the newest release, which all candidates are relative to
     * @param version the new version; every change there is moves parameters or adds profiles, so it is a minor one
     * @param candidates at least one
     * @param summary the maintainer's own words
     * @throws ConflictingCandidatesException if a candidate is relative to another model, two move the same thing, or
     *     one does not fit the model
     */
    static ProfileBundle compose(
            ProfileBundle previous, SemanticVersion version, List<Candidate> candidates, String summary) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a release needs a candidate");
        }
        List<Candidate> ordered =
                candidates.stream().sorted(Comparator.comparing(Candidate::id)).toList();
        ModelComposer composer = new ModelComposer(previous.model().profiles());
        List<String> changelog = new ArrayList<>();
        for (Candidate candidate : ordered) {
            if (!candidate.baseModel().equals(previous.model().version())) {
                throw new ConflictingCandidatesException("Candidate " + candidate.id() + " changes model "
                        + candidate.baseModel() + ", but the newest release is "
                        + previous.model().version() + ".");
            }
            changelog.add(composer.apply(candidate));
        }
        return new ProfileBundle(
                ProfileBundle.SCHEMA,
                new BaseModel(BaseModel.SCHEMA, version, previous.model().threshold(), composer.profiles),
                changelog,
                ordered.stream().map(ModelComposer::evidence).toList(),
                new ProfileBundle.Provenance(
                        previous.model().version(),
                        Sha256.hex(previous.bytes()),
                        ordered.stream().map(Candidate::id).toList(),
                        summary),
                // They travel with the model: every agent that changes it holds its change to them.
                previous.labelledCases());
    }

    /** The change and its reason in one sentence. */
    private String apply(Candidate candidate) {
        CandidateChange change = candidate.change();
        return sentence(CandidateWording.headline(change) + effect(candidate) + "; "
                + CandidateWording.reason(change, candidate.evidence()));
    }

    private String effect(Candidate candidate) {
        CandidateChange change = candidate.change();
        if (change instanceof ParameterStep step) {
            requireFirst(candidate, List.of(step.recordingType(), step.dimension()));
            return ": "
                    + stepFamily(
                            candidate,
                            step.recordingType(),
                            profile -> ProfileStep.ofParameter(profile, step.dimension(), step.step()));
        }
        if (change instanceof GearPriorStep step) {
            requireFirst(candidate, List.of(step.recordingType(), step.gearClass(), step.dimension()));
            return ": "
                    + stepFamily(
                            candidate,
                            step.recordingType(),
                            profile -> ProfileStep.ofPrior(profile, step.gearClass(), step.dimension(), step.step()));
        }
        RecordingProfile added = ((NewProfile) change).profile();
        requireNew(candidate, added);
        profiles.add(added);
        return "";
    }

    private String stepFamily(Candidate candidate, RecordingType family, Function<RecordingProfile, ProfileStep> step) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            // A profile that this release adds was not there when the listeners rated.
            if (profiles.get(i).family() == family
                    && !moved.containsKey(profiles.get(i).id())) {
                ProfileStep stepped = step.apply(profiles.get(i));
                profiles.set(i, stepped.profile());
                words.add(stepped.words());
            }
        }
        if (words.isEmpty()) {
            throw new ConflictingCandidatesException(
                    "Candidate " + candidate.id() + " moves " + family + ", of which the model has no profile.");
        }
        String list = String.join(", ", words);
        return list.length() <= LONGEST_LIST ? list : "in " + words.size() + " profiles";
    }

    private void requireNew(Candidate candidate, RecordingProfile added) {
        if (profiles.stream().anyMatch(profile -> profile.id().equals(added.id()))) {
            throw new ConflictingCandidatesException(
                    "Candidate " + candidate.id() + " adds the profile " + added.id() + ", which is there already.");
        }
        moved.put(added.id(), candidate.id());
    }

    private void requireFirst(Candidate candidate, Object place) {
        String other = moved.putIfAbsent(place, candidate.id());
        if (other != null) {
            throw new ConflictingCandidatesException("Candidates " + other + " and " + candidate.id()
                    + " move the same thing; reject one of them or name the candidates to release.");
        }
    }

    private static JsonNode evidence(Candidate candidate) {
        return Json.read(candidate.bytes(), JsonNode.class);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
