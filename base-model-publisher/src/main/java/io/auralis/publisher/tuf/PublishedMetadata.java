package io.auralis.publisher.tuf;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the metadata folder, seen as a client sees it: from the timestamp down. */
final class PublishedMetadata {
    private final Path folder;

    PublishedMetadata(Path folder) {
        this.folder = folder;
    }

    /** The {@code signed} part of a role's file in force; empty before the first release. */
    Optional<JsonNode> current(TufRole role) throws IOException {
        return switch (role) {
            case ROOT -> version(TufRole.ROOT, highest(TufRole.ROOT));
            case TIMESTAMP -> version(TufRole.TIMESTAMP, 0);
            case SNAPSHOT -> pointedAt(TufRole.TIMESTAMP, TufRole.SNAPSHOT);
            case TARGETS -> pointedAt(TufRole.SNAPSHOT, TufRole.TARGETS);
        };
    }

    /**
     * The version that the role's next file gets: above all that exist, also above one that a killed release left
     * behind, so that no version ever has two contents.
     */
    int next(TufRole role) throws IOException {
        if (role == TufRole.TIMESTAMP) {
            return current(role)
                            .map(metadata -> metadata.get("version").intValue())
                            .orElse(0)
                    + 1;
        }
        return highest(role) + 1;
    }

    static Instant expires(JsonNode metadata) {
        return Instant.parse(metadata.get("expires").textValue());
    }

    private Optional<JsonNode> pointedAt(TufRole from, TufRole to) throws IOException {
        Optional<JsonNode> pointer = current(from);
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        JsonNode meta = pointer.get().get("meta").get(to.key() + ".json");
        return version(to, meta.get("version").intValue());
    }

    private Optional<JsonNode> version(TufRole role, int version) throws IOException {
        Path file = folder.resolve(role.fileName(version));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Json.read(Files.readAllBytes(file), JsonNode.class).get("signed"));
        } catch (IllegalArgumentException e) {
            throw new TufRepositoryException("The metadata file " + file.getFileName() + " cannot be read.", e);
        }
    }

    private int highest(TufRole role) throws IOException {
        Pattern name = Pattern.compile("([1-9]\\d{0,8})\\." + role.key() + "\\.json");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> name.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
