package io.auralis.aggregator.candidate;

import io.auralis.contracts.candidate.Candidate;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A candidate, open until superseded. */
@Entity
@Table(name = "candidate")
class CandidateEntity extends PanacheEntityBase {
    @Id
    String id;

    String cell;
    UUID derivationId;
    Instant derivedAt;
    String baseModel;
    String document;

    @Nullable
    Instant supersededAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CandidateEntity() {}

    CandidateEntity(Candidate candidate, String cell, UUID derivationId, Instant derivedAt) {
        this.id = candidate.id();
        this.cell = cell;
        this.derivationId = derivationId;
        this.derivedAt = derivedAt;
        this.baseModel = candidate.baseModel().toString();
        this.document = new String(candidate.bytes(), StandardCharsets.UTF_8);
    }

    static List<CandidateEntity> open() {
        return list("supersededAt is null order by id");
    }

    Candidate candidate() {
        return Candidate.parse(document.getBytes(StandardCharsets.UTF_8));
    }
}
