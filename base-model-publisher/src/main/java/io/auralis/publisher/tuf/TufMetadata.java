package io.auralis.publisher.tuf;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files' contents (specification section 4). What is signed is canonical JSON: our metadata holds no control
 * character and no fraction, and for such values RFC 8785, which sigstore-java verifies by, and the OLPC form, which the
 * specification names, give the same bytes.
 */
final class TufMetadata {
    /** The specification that the files follow; clients compare its major part only. */
    private static final String SPECIFICATION = "1.0.31";

    private TufMetadata() {}

    static Map<String, Object> root(int version, Instant expires, Map<String, Object> keys, Map<String, Object> roles) {
        Map<String, Object> root = frame(TufRole.ROOT, version, expires);
        root.put("consistent_snapshot", true);
        root.put("keys", keys);
        root.put("roles", roles);
        return root;
    }

    static Map<String, Object> targets(int version, Instant expires, Map<String, Object> targets) {
        Map<String, Object> metadata = frame(TufRole.TARGETS, version, expires);
        metadata.put("targets", targets);
        return metadata;
    }

    /** Snapshot and timestamp have one form: each vouches for one file by version, length and hash. */
    static Map<String, Object> pointer(
            TufRole role, int version, Instant expires, TufRole to, int toVersion, byte[] toFile) {
        Map<String, Object> metadata = frame(role, version, expires);
        metadata.put(
                "meta",
                Map.of(
                        to.key() + ".json",
                        Map.of(
                                "version",
                                toVersion,
                                "length",
                                toFile.length,
                                "hashes",
                                Map.of("sha256", Sha256.hex(toFile)))));
        return metadata;
    }

    /** A target's entry. */
    static Map<String, Object> target(TufTarget target) {
        return Map.of(
                "length", target.content().length(),
                "hashes", Map.of("sha256", target.content().sha256()),
                "custom", Json.mapper().convertValue(target.model().custom(), Map.class));
    }

    static byte[] signed(Map<String, Object> metadata, List<SigningKey> keys) {
        byte[] message = Json.canonical(metadata);
        return Json.canonical(Map.of(
                "signed",
                metadata,
                "signatures",
                keys.stream()
                        .map(key -> Map.of("keyid", key.id(), "sig", key.sign(message)))
                        .toList()));
    }

    private static Map<String, Object> frame(TufRole role, int version, Instant expires) {
        Map<String, Object> metadata = new TreeMap<>();
        metadata.put("_type", role.key());
        metadata.put("spec_version", SPECIFICATION);
        metadata.put("version", version);
        metadata.put("expires", expires.truncatedTo(ChronoUnit.SECONDS).toString());
        return metadata;
    }
}
