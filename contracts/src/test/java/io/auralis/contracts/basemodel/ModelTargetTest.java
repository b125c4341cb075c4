package io.auralis.contracts.basemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import org.junit.jupiter.api.Test;

class ModelTargetTest {
    private static final ModelTarget TARGET =
            new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE);

    @Test
    void theCustomObjectIsAsTheClientLibraryDemands() {
        assertThat(Json.canonicalText(TARGET.custom()))
                .isEqualTo("{\"channel\":\"stable\",\"sigstore\":{\"status\":\"Active\",\"usage\":\"base-model\"},"
                        + "\"version\":\"1.1.0\"}");
    }

    @Test
    void aNameGivesItsVersionBack() {
        assertThat(ModelTarget.versionOf(TARGET.name())).contains(TARGET.version());
        assertThat(ModelTarget.versionOf("base-model-1.1.json")).isEmpty();
        assertThat(ModelTarget.versionOf("base-model-01.1.0.json")).isEmpty();
        assertThat(ModelTarget.versionOf("base-model-99999999999.1.0.json")).isEmpty();
    }
}
