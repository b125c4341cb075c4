package io.auralis.publisher.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of the one view that the aggregator opens to this service (contracts, {@code Candidate.VIEW}). */
@Entity
@Immutable
@Table(schema = "aggregator", name = "candidate_for_review")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class CandidateRow extends PanacheEntityBase {
    @Id
    public String id;

    @Column(name = "derived_at")
    public Instant derivedAt;

    @Column(name = "base_model")
    public String baseModel;

    /** Canonical JSON of a {@code Candidate}. */
    public String document;
}
