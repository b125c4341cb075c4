package io.auralis.aggregator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import org.junit.jupiter.api.Test;

final class CohortTest {
    private static final Cohort COHORT = new Cohort(
            SemanticVersion.parse("1.0.0"),
            RecordingType.STUDIO,
            GearClass.NEUTRAL_HEADPHONES,
            HearingClass.NORMAL,
            "2026-11");

    @Test
    void theKeyIsPinnedSinceTopicsAndTablesHoldIt() {
        assertThat(COHORT.key()).isEqualTo("1.0.0/studio/neutral-headphones/normal/2026-11");
    }

    @Test
    void theKeyGivesTheCohortBack() {
        assertThat(Cohort.parse(COHORT.key())).isEqualTo(COHORT);
        assertThatThrownBy(() -> Cohort.parse("1.0.0/studio")).isInstanceOf(IllegalArgumentException.class);
    }
}
