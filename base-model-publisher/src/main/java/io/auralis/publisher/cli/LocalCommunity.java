package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the community of this machine left in its {@code stack.json}: the publisher's address and its maintainer. */
final class LocalCommunity {
    private final Path state;

    private LocalCommunity(Path state) {
        this.state = state;
    }

    /** The folder is {@code AURALIS_COMMUNITY_HOME}, else {@code ~/.auralis-community}. */
    static LocalCommunity of(Map<String, String> environment, Path userHome) {
        String chosen = environment.getOrDefault("AURALIS_COMMUNITY_HOME", "");
        Path folder = chosen.isBlank() ? userHome.resolve(".auralis-community") : Path.of(chosen);
        return new LocalCommunity(folder.resolve("stack.json"));
    }

    /**
     * The text under a key, empty where no community ever ran here.
     *
     * @throws CommandFailure if there is a file that cannot be read
     */
    Optional<String> find(String key) {
        try {
            String text = Json.read(Files.readAllBytes(state), JsonNode.class)
                    .path(key)
                    .asText("");
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.FAILURE, "The local community's file " + state + " cannot be read: " + e.getMessage(), e);
        }
    }
}
