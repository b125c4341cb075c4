package io.auralis.contracts.basemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A released base model with what a reader needs to trust it (design section 9). Its file is canonical JSON, so the same
 * release gives the same bytes.
 *
 * @param schema always {@value #SCHEMA}
 * @param model the base model
 * @param changelog one sentence per change, newest release only
 * @param evidence per change, the candidate it came from: differentially private figures only
 * @param provenance what it was composed from
 * @param labelledCases tracks whose type is known: the model's own regression set, and what its confidence is calibrated
 *     by; a bundle of before they were introduced has none, and its bytes are as they were
 */
public record ProfileBundle(
        String schema,
        BaseModel model,
        List<String> changelog,
        List<JsonNode> evidence,
        Provenance provenance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LabelledCase> labelledCases) {
    public static final String SCHEMA = "profile-bundle/1";

    /**
     * @param previousVersion the model this one was composed from; absent for a first model
     * @param previousSha256 SHA-256 of that model's bundle bytes: the releases form a hash chain
     * @param candidates ids of the approved candidates, in order
     * @param note where a hand-made model's numbers come from, in words
     */
    public record Provenance(
            @Nullable SemanticVersion previousVersion,
            @Nullable String previousSha256,
            List<String> candidates,
            String note) {
        public Provenance {
            candidates = candidates == null ? List.of() : List.copyOf(candidates);
            note = note == null ? "" : note;
        }
    }

    public ProfileBundle {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException(
                    "profile bundle schema must be \"" + SCHEMA + "\" but is \"" + schema + "\"");
        }
        if (model == null || provenance == null) {
            throw new IllegalArgumentException("a profile bundle needs a model and its provenance");
        }
        changelog = changelog == null ? List.of() : List.copyOf(changelog);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        labelledCases = labelledCases == null ? List.of() : List.copyOf(labelledCases);
        Set<String> ids = new HashSet<>();
        for (LabelledCase labelled : labelledCases) {
            if (!ids.add(labelled.id())) {
                throw new IllegalArgumentException("two labelled cases are called " + labelled.id());
            }
        }
    }

    /** A bundle without labelled cases. */
    public ProfileBundle(
            String schema, BaseModel model, List<String> changelog, List<JsonNode> evidence, Provenance provenance) {
        this(schema, model, changelog, evidence, provenance, List.of());
    }

    /** @throws IllegalArgumentException if the bytes are not a valid bundle */
    public static ProfileBundle parse(byte[] bytes) {
        return Json.read(bytes, ProfileBundle.class);
    }

    /** The file's bytes: canonical JSON (RFC 8785). */
    public byte[] bytes() {
        return Json.canonical(this);
    }
}
