package io.auralis.aggregator.candidate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One derivation and what came of it. */
@Entity
@Table(name = "derivation")
class DerivationEntity extends PanacheEntityBase {
    @Id
    UUID id;

    Instant startedAt;
    int proposed;
    int refused;
    String report;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected DerivationEntity() {}

    DerivationEntity(UUID id, Instant startedAt, int proposed, int refused, String report) {
        this.id = id;
        this.startedAt = startedAt;
        this.proposed = proposed;
        this.refused = refused;
        this.report = report;
    }
}
