package io.auralis.publisher.catalog;

import io.auralis.contracts.basemodel.SemanticVersion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One release. Its bundle never changes; its state does. */
@Entity
@Table(schema = "publisher", name = "release")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class ReleaseRow extends PanacheEntityBase {
    @Id
    public String version;

    @Enumerated(EnumType.STRING)
    public ReleaseState state;

    /** {@code built-in} for models that come with the program, else {@code composed}. */
    public String origin;

    /** The bundle file's very bytes. */
    public byte[] bundle;

    public String sha256;

    /** What the maintainer says of it; empty for a built-in model. */
    public String summary;

    /** Account; absent for a built-in model. */
    @Column(name = "released_by")
    public @Nullable String releasedBy;

    @Column(name = "released_at")
    public Instant releasedAt;

    @Column(name = "yanked_by")
    public @Nullable String yankedBy;

    @Column(name = "yanked_at")
    public @Nullable Instant yankedAt;

    @Column(name = "yank_reason")
    public @Nullable String yankReason;

    public SemanticVersion semanticVersion() {
        return SemanticVersion.parse(version);
    }
}
