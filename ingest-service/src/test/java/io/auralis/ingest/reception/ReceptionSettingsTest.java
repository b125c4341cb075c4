package io.auralis.ingest.reception;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceptionSettingsTest {

    @Test
    void theDefaults() {
        ReceptionSettings settings = settings(Map.of());
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.requestsInFlight()).isEqualTo(512);
        assertThat(settings.bytesInFlight().asLongValue()).isEqualTo(16 * 1024 * 1024);
        assertThat(settings.workers()).isEqualTo(32);
    }

    @Test
    void everySettingIsRead() {
        ReceptionSettings settings = settings(Map.of(
                "auralis.ingest.reception.read-timeout", "3s",
                "auralis.ingest.reception.requests-in-flight", "100",
                "auralis.ingest.reception.bytes-in-flight", "8M",
                "auralis.ingest.reception.workers", "4"));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.requestsInFlight()).isEqualTo(100);
        assertThat(settings.bytesInFlight().asLongValue()).isEqualTo(8 * 1024 * 1024);
        assertThat(settings.workers()).isEqualTo(4);
    }

    private static ReceptionSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ReceptionSettings.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(ReceptionSettings.class);
    }
}
