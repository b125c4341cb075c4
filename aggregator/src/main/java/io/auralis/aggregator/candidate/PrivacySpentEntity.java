package io.auralis.aggregator.candidate;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What one question cost the reports of each fold; never deleted. */
@Entity
@Table(name = "privacy_spent")
class PrivacySpentEntity extends PanacheEntityBase {
    @Id
    UUID id;

    String population;
    String quarter;
    Instant spentAt;
    BigDecimal trainRho;
    BigDecimal heldOutRho;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PrivacySpentEntity() {}

    PrivacySpentEntity(String population, String quarter, Instant spentAt, Cost cost) {
        this.id = UUID.randomUUID();
        this.population = population;
        this.quarter = quarter;
        this.spentAt = spentAt;
        this.trainRho = cost.train().decimal();
        this.heldOutRho = cost.heldOut().decimal();
    }
}
