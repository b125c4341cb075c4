package io.auralis.contracts.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The base models that come with the program, so that it works before any update and without a network. */
public final class BuiltInModels {
    private static final List<String> VERSIONS = List.of("0.9.0", "1.0.0");
    /** They never change, and one command asks for the same one several times. */
    private static final Map<String, ProfileBundle> READ = new ConcurrentHashMap<>();

    private BuiltInModels() {}

    /** Versions, oldest first. */
    public static List<SemanticVersion> versions() {
        return VERSIONS.stream().map(SemanticVersion::parse).toList();
    }

    /** The newest of them. */
    public static ProfileBundle newest() {
        return load(SemanticVersion.parse(VERSIONS.get(VERSIONS.size() - 1)));
    }

    /** @throws IllegalArgumentException if no model of that version comes with the program */
    public static ProfileBundle load(SemanticVersion version) {
        return READ.computeIfAbsent(version.toString(), unread -> ProfileBundle.parse(bytes(version)));
    }

    /** The bundle file itself. */
    public static byte[] bytes(SemanticVersion version) {
        String resource = "/io/auralis/contracts/base-models/" + version + ".json";
        try (InputStream in = BuiltInModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no built-in base model " + version);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
