package io.auralis.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.taste.ReportWindow;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeSettingsTest {

    @Test
    void theDefaults() {
        IntakeSettings settings = settings(Map.of());
        assertThat(settings.bodyLimit().asLongValue()).isEqualTo(2 * 1024 * 1024);
        assertThat(settings.batchLimit()).isEqualTo(500);
        assertThat(settings.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.monthsBack()).isEqualTo(ReportWindow.MONTHS_BACK);
    }

    @Test
    void everySettingIsRead() {
        IntakeSettings settings = settings(Map.of(
                "auralis.ingest.intake.body-limit", "64K",
                "auralis.ingest.intake.batch-limit", "20",
                "auralis.ingest.intake.retry-after", "1m",
                "auralis.ingest.intake.months-back", "12"));
        assertThat(settings.bodyLimit().asLongValue()).isEqualTo(64 * 1024);
        assertThat(settings.batchLimit()).isEqualTo(20);
        assertThat(settings.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.monthsBack()).isEqualTo(12);
    }

    private static IntakeSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IntakeSettings.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(IntakeSettings.class);
    }
}
