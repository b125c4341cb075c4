package io.auralis.aggregator.candidate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** The noisy figures that were drawn of one sample. */
@Entity
@Table(name = "noisy_release")
class NoisyReleaseEntity extends PanacheEntityBase {
    @Id
    String sourceSha256;

    String population;
    String month;
    Instant releasedAt;
    String document;
    BigDecimal rhoPerRelease;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected NoisyReleaseEntity() {}

    NoisyReleaseEntity(
            String sourceSha256,
            String population,
            String month,
            Instant releasedAt,
            String document,
            BigDecimal rhoPerRelease) {
        this.sourceSha256 = sourceSha256;
        this.population = population;
        this.month = month;
        this.releasedAt = releasedAt;
        this.document = document;
        this.rhoPerRelease = rhoPerRelease;
    }
}
