package io.auralis.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The addresses of a community that runs on this machine, as it left them in its {@code stack.json}. */
final class LocalCommunity {
    private final Path state;

    LocalCommunity(Map<String, String> environment) {
        String chosen = environment.getOrDefault("AURALIS_COMMUNITY_HOME", "");
        this.state = (chosen.isBlank()
                        ? Path.of(environment.getOrDefault("HOME", "")).resolve(".auralis-community")
                        : Path.of(chosen))
                .resolve("stack.json");
    }

    /** The address under a key, empty where no community ever ran here. */
    Optional<String> address(String key) {
        try {
            if (!Files.isRegularFile(state)) {
                return Optional.empty();
            }
            return Optional.of(Json.read(Files.readAllBytes(state), JsonNode.class)
                            .path(key)
                            .asText(""))
                    .filter(address -> !address.isEmpty());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
