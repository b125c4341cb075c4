package io.auralis.contracts.candidate;

import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Json;

/**
 * A proposed change of a base model (design section 8). The aggregator offers it, as canonical JSON, through the view
 * {@value #VIEW}; the publisher reads that view and nothing else of the aggregator's.
 *
 * @param schema always {@value #SCHEMA}
 * @param id stable, lower-case letters, digits and hyphens
 * @param baseModel the model that the change is relative to
 * @param change what would change
 * @param evidence why: differentially private figures only
 */
public record Candidate(
        String schema, String id, SemanticVersion baseModel, CandidateChange change, CandidateEvidence evidence) {
    public static final String SCHEMA = "candidate/1";

    /** Columns: {@code id text, derived_at timestamptz, base_model text, document text}. */
    public static final String VIEW = "aggregator.candidate_for_review";

    public Candidate {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("candidate schema must be \"" + SCHEMA + "\"");
        }
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a candidate id is lower-case letters and digits joined by hyphens");
        }
        if (baseModel == null || change == null || evidence == null) {
            throw new IllegalArgumentException("a candidate needs its base model, change and evidence");
        }
        if (baseModel.isLocal()) {
            throw new IllegalArgumentException("a candidate changes a released base model");
        }
    }

    /** @throws IllegalArgumentException if the bytes are not a valid candidate */
    public static Candidate parse(byte[] bytes) {
        return Json.read(bytes, Candidate.class);
    }

    /** Canonical JSON. */
    public byte[] bytes() {
        return Json.canonical(this);
    }
}
