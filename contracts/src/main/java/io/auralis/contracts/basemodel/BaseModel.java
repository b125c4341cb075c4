package io.auralis.contracts.basemodel;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objective layer as data (design section 4): what good mastering is for each kind of recording. Recalibration is a
 * new model, never new code.
 *
 * @param schema always {@value #SCHEMA}
 * @param version the model's own version
 * @param threshold confidence under which a track's type is UNKNOWN, 0..1
 * @param profiles at least one, ids unique; on equal confidence the first wins
 */
public record BaseModel(String schema, SemanticVersion version, double threshold, List<RecordingProfile> profiles) {
    public static final String SCHEMA = "base-model/1";

    public BaseModel {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException(
                    "base model schema must be \"" + SCHEMA + "\" but is \"" + schema + "\"");
        }
        if (version == null) {
            throw new IllegalArgumentException("a base model needs a version");
        }
        MasteringParameters.requireWithin("threshold", threshold, 0, 1);
        if (profiles == null || profiles.isEmpty()) {
            throw new IllegalArgumentException("a base model needs a profile");
        }
        profiles = List.copyOf(profiles);
        Set<String> ids = new HashSet<>();
        for (RecordingProfile profile : profiles) {
            if (!ids.add(profile.id())) {
                throw new IllegalArgumentException("two profiles are called " + profile.id());
            }
        }
    }

    public Optional<RecordingProfile> profile(String id) {
        return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }
}
