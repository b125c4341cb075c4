package io.auralis.publisher.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which candidate went into which release. The very same document is released once, whatever becomes of that release. */
@Entity
@Table(schema = "publisher", name = "released_candidate")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ReleasedCandidateRow extends PanacheEntityBase {
    @Id
    @Column(name = "document_sha256")
    public String documentSha256;

    @Column(name = "candidate_id")
    public String candidateId;

    public String version;
}
