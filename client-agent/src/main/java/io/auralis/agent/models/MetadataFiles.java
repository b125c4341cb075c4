package io.auralis.agent.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigstore.json.GsonSupplier;
import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.MetaStore;
import dev.sigstore.tuf.model.SignedTufMeta;
import dev.sigstore.tuf.model.TufMeta;
import io.auralis.agent.home.AtomicFile;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The verified metadata on disk, each role replaced atomically, for the update client.
 *
 * <p>The client (sigstore-java 2.0.0) looks at snapshot and targets only when the timestamp is new. Two cases would
 * escape it: an update that broke off after the timestamp was stored, and a new root that revokes a key. In both this
 * store withholds the old targets, whereupon the client fetches and verifies both anew, with all its checks against
 * rollback.
 */
final class MetadataFiles implements MetaStore {
    private static final String ROOT = "root";
    private static final String TARGETS = "targets";
    private final TrustFolder folder;
    private boolean targetsWithheld;

    MetadataFiles(TrustFolder folder) {
        this.folder = folder;
        this.targetsWithheld = !isCoherent();
    }

    /** Whether timestamp, snapshot and targets on disk belong together. */
    boolean isCoherent() {
        return names("timestamp", "snapshot") && names("snapshot", TARGETS);
    }

    private boolean names(String role, String next) {
        JsonNode named =
                read(role).path("signed").path("meta").path(next + ".json").path("version");
        return named.isInt()
                && named.intValue() == read(next).path("signed").path("version").asInt(-1);
    }

    private JsonNode read(String role) {
        Path file = folder.metadata(role);
        try {
            return Files.exists(file)
                    ? Json.read(Files.readAllBytes(file), JsonNode.class)
                    : Json.mapper().missingNode();
        } catch (IOException | IllegalArgumentException e) {
            return Json.mapper().missingNode();
        }
    }

    @Override
    public String getIdentifier() {
        return folder.path().toString();
    }

    @Override
    public <T extends SignedTufMeta<? extends TufMeta>> Optional<T> readMeta(String role, Class<T> type)
            throws IOException, JsonParseException {
        Path file = folder.metadata(role);
        if (!Files.exists(file) || (role.equals(TARGETS) && targetsWithheld)) {
            return Optional.empty();
        }
        return Optional.of(GsonSupplier.GSON.get().fromJson(Files.readString(file), type));
    }

    @Override
    public void writeMeta(String role, SignedTufMeta<? extends TufMeta> metadata) {
        AtomicFile.write(
                folder.metadata(role), GsonSupplier.GSON.get().toJson(metadata).getBytes(StandardCharsets.UTF_8));
        if (role.equals(ROOT)) {
            targetsWithheld = true;
        } else if (role.equals(TARGETS)) {
            targetsWithheld = false;
        }
    }

    @Override
    public void clearMeta(String role) throws IOException {
        Files.deleteIfExists(folder.metadata(role));
    }
}
