package io.auralis.aggregator.candidate;

import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateEvidence;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A candidate's figures in columns, for queries over many candidates; the document is what counts. */
@Entity
@Table(name = "evidence")
class EvidenceEntity extends PanacheEntityBase {
    @Id
    String candidateId;

    long contributors;
    double location;
    double intervalLow;
    double intervalHigh;
    long heldOutContributors;
    double heldOutBefore;
    double heldOutAfter;
    double rho;
    double epsilon;
    double delta;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected EvidenceEntity() {}

    EvidenceEntity(Candidate candidate) {
        CandidateEvidence evidence = candidate.evidence();
        this.candidateId = candidate.id();
        this.contributors = evidence.contributors();
        this.location = evidence.location();
        this.intervalLow = evidence.intervalLow();
        this.intervalHigh = evidence.intervalHigh();
        this.heldOutContributors = evidence.holdOut().contributors();
        this.heldOutBefore = evidence.holdOut().meanAbsoluteDeltaBefore();
        this.heldOutAfter = evidence.holdOut().meanAbsoluteDeltaAfter();
        this.rho = evidence.privacy().rho();
        this.epsilon = evidence.privacy().epsilon();
        this.delta = evidence.privacy().delta();
    }
}
