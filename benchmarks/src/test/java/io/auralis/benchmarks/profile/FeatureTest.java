package io.auralis.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {
    @Test
    void theNearestFrameThatIsKnownDecides() {
        assertThat(Feature.of(List.of(
                        "java.util.HashMap.get",
                        "com.networknt.schema.JsonSchema.validate",
                        "io.auralis.ingest.intake.Intake.submit",
                        "io.netty.channel.Channel.read")))
                .isEqualTo(Feature.VALIDATE);
    }

    @Test
    void readingAndWritingJsonAreToldApart() {
        assertThat(Feature.of(List.of("com.fasterxml.jackson.core.json.UTF8StreamJsonParser.nextToken")))
                .isEqualTo(Feature.PARSE);
        assertThat(Feature.of(List.of("com.fasterxml.jackson.core.json.WriterBasedJsonGenerator.writeString")))
                .isEqualTo(Feature.CANONICAL);
    }

    @Test
    void whatNothingKnowsIsOther() {
        assertThat(Feature.of(List.of("java.lang.Thread.run"))).isEqualTo(Feature.OTHER);
    }
}
