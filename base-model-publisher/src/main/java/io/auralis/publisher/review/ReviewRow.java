package io.auralis.publisher.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One maintainer's decision on one state of a candidate's document; never changed, never deleted. */
@Entity
@Table(schema = "publisher", name = "review")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ReviewRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(name = "candidate_id")
    public String candidateId;

    /** Of the document that was decided on: a candidate that changes afterwards is undecided again. */
    @Column(name = "document_sha256")
    public String documentSha256;

    @Column(name = "base_model")
    public String baseModel;

    @Enumerated(EnumType.STRING)
    public Decision decision;

    /** Maybe empty for an approval. */
    public String reason;

    public String account;

    @Column(name = "decided_at")
    public Instant decidedAt;

    Review review() {
        return new Review(candidateId, documentSha256, baseModel, decision, reason, account, decidedAt);
    }
}
