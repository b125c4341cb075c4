package io.auralis.agent.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models that the verified {@code targets} metadata vouches for. Read without the update client's library, so that
 * listing models stays fast.
 *
 * @param all in the metadata's order; other targets are passed over
 */
record SignedModels(List<Model> all) {
    /**
     * @param name the target's name
     * @param sha256 of its bytes, as signed
     */
    record Model(String name, SemanticVersion version, ModelTarget.Channel channel, String sha256) {}

    SignedModels {
        all = List.copyOf(all);
    }

    /** What the last successful update left; empty before the first. */
    static Optional<SignedModels> read(AuralisHome home) {
        Path file = TrustFolder.of(home).metadata("targets");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readAllBytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            String why = e instanceof IOException io ? Causes.sentence(io) : "it is damaged";
            throw new HomeException("Cannot read " + file + ": " + why + ".", e);
        }
    }

    /** @throws IllegalArgumentException if it is no targets metadata with well-formed models */
    static SignedModels parse(byte[] targetsJson) {
        JsonNode targets = Json.read(targetsJson, JsonNode.class).path("signed").path("targets");
        List<Model> models = new ArrayList<>();
        targets.fields()
                .forEachRemaining(target -> ModelTarget.versionOf(target.getKey())
                        .ifPresent(version -> models.add(model(target.getKey(), version, target.getValue()))));
        return new SignedModels(models);
    }

    Optional<Model> find(SemanticVersion version) {
        return all.stream().filter(model -> model.version().equals(version)).findFirst();
    }

    private static Model model(String name, SemanticVersion version, JsonNode target) {
        JsonNode custom = target.path("custom");
        if (custom.has("version") && !custom.path("version").asText().equals(version.toString())) {
            throw new IllegalArgumentException(name + " is described as another version");
        }
        ModelTarget.Channel channel = custom.path("channel").asText("stable").equals("stable")
                ? ModelTarget.Channel.STABLE
                : ModelTarget.Channel.BETA;
        String sha256 = target.path("hashes").path("sha256").asText("");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(name + " has no SHA-256");
        }
        return new Model(name, version, channel, sha256);
    }
}
