package io.auralis.agent.models;

import io.auralis.agent.exchange.RawServer;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A repository by The Update Framework, specification 1.0, with plain JDK keys, whose files a test may tamper with, and a
 * server for it. Written apart from the publisher's, so that both are checked against the specification.
 */
public final class SignedRepository implements AutoCloseable {
    /** The files by path, as they are served. */
    public final Map<String, byte[]> files = new ConcurrentHashMap<>();

    private final Map<String, KeyPair> keys = new HashMap<>();
    private final Map<String, byte[]> bundles = new TreeMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final RawServer server;
    private int rootVersion;
    private int version;
    public Instant expires;

    public SignedRepository(Instant expires) throws IOException, GeneralSecurityException {
        this.expires = expires;
        this.server = new RawServer(request -> {
            String path = request.head().split(" ")[1].substring(1);
            byte[] file = files.get(path);
            return file == null ? RawServer.response(404, "", new byte[0]) : RawServer.response(200, "", file);
        });
        for (String role : List.of("root", "targets", "snapshot", "timestamp")) {
            keys.put(role, newKey());
        }
        signRoot(keys.get("root"));
        for (SemanticVersion builtIn : BuiltInModels.versions()) {
            put(new ModelTarget(builtIn, ModelTarget.Channel.STABLE), BuiltInModels.bytes(builtIn));
        }
        publish();
    }

    /** A bundle like the newest built-in one, with another version. */
    public static byte[] bundle(String version) {
        ProfileBundle base = BuiltInModels.newest();
        return new ProfileBundle(
                        ProfileBundle.SCHEMA,
                        new BaseModel(
                                BaseModel.SCHEMA,
                                SemanticVersion.parse(version),
                                base.model().threshold(),
                                base.model().profiles()),
                        List.of("something changed"),
                        List.of(),
                        base.provenance())
                .bytes();
    }

    public static KeyPair newKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    public String address() {
        return server.address();
    }

    public RawServer server() {
        return server;
    }

    public Path writeTrustRoot(Path folder) throws IOException {
        return Files.write(
                folder.resolve("root-" + server.address().replaceAll("\\D", "") + ".json"),
                files.get("metadata/1.root.json"));
    }

    public void put(ModelTarget target, byte[] content) {
        bundles.put(target.name(), content);
        channels.put(target.name(), Json.mapper().valueToTree(target.channel()).asText());
    }

    public void remove(String version) {
        bundles.remove("base-model-" + version + ".json");
    }

    /** Publishes a stable model. */
    public void release(String version) {
        put(new ModelTarget(SemanticVersion.parse(version), ModelTarget.Channel.STABLE), bundle(version));
        publish();
    }

    /** Signs targets, snapshot and timestamp anew, each one version on. */
    public void publish() {
        version++;
        Map<String, Object> targets = new TreeMap<>();
        bundles.forEach((name, content) -> {
            targets.put(
                    name,
                    Map.of(
                            "length", content.length,
                            "hashes", Map.of("sha256", Sha256.hex(content)),
                            "custom",
                                    Map.of(
                                            "version",
                                                    ModelTarget.versionOf(name)
                                                            .orElseThrow()
                                                            .toString(),
                                            "channel", channels.get(name),
                                            "sigstore", Map.of("status", "Active", "usage", "base-model"))));
            files.put("targets/" + Sha256.hex(content) + "." + name, content);
        });
        files.put("metadata/" + version + ".targets.json", sign("targets", Map.of("targets", targets), version));
        files.put("metadata/" + version + ".snapshot.json", sign("snapshot", meta("targets"), version));
        files.put("metadata/timestamp.json", sign("timestamp", meta("snapshot"), version));
    }

    public int version() {
        return version;
    }

    /** Replaces a role's key by a new root, signed by the root key. */
    public void rotate(String role) throws GeneralSecurityException {
        KeyPair oldRoot = keys.get("root");
        keys.put(role, newKey());
        signRoot(oldRoot, keys.get("root"));
    }

    /** Takes another repository's keys for all roles but root, as an attacker who has none of ours would. */
    public void signWithOtherKeys() throws GeneralSecurityException {
        for (String role : List.of("targets", "snapshot", "timestamp")) {
            keys.put(role, newKey());
        }
    }

    public Map<String, byte[]> copyOfFiles() {
        return new HashMap<>(files);
    }

    public void flip(String path) {
        byte[] bytes = files.get(path).clone();
        bytes[bytes.length / 2] ^= 1;
        files.put(path, bytes);
    }

    private Map<String, Object> meta(String of) {
        byte[] file = files.get("metadata/" + version + "." + of + ".json");
        return Map.of(
                "meta",
                Map.of(
                        of + ".json",
                        Map.of(
                                "version",
                                version,
                                "length",
                                file.length,
                                "hashes",
                                Map.of("sha256", Sha256.hex(file)))));
    }

    private void signRoot(KeyPair... signers) {
        rootVersion++;
        Map<String, Object> publicKeys = new TreeMap<>();
        Map<String, Object> roles = new TreeMap<>();
        keys.forEach((role, key) -> {
            publicKeys.put(id(key), publicKey(key));
            roles.put(role, Map.of("keyids", List.of(id(key)), "threshold", 1));
        });
        Map<String, Object> body = Map.of("consistent_snapshot", true, "keys", publicKeys, "roles", roles);
        files.put("metadata/" + rootVersion + ".root.json", signed("root", body, rootVersion, signers));
    }

    private byte[] sign(String role, Map<String, Object> body, int number) {
        return signed(role, body, number, keys.get(role));
    }

    private byte[] signed(String role, Map<String, Object> body, int number, KeyPair... signers) {
        Map<String, Object> signed = new TreeMap<>(body);
        signed.put("_type", role);
        signed.put("spec_version", "1.0.33");
        signed.put("version", number);
        signed.put("expires", expires.toString());
        byte[] message = Json.canonical(signed);
        return Json.canonical(Map.of(
                "signed",
                signed,
                "signatures",
                Arrays.stream(signers)
                        .distinct()
                        .map(key -> Map.of("keyid", id(key), "sig", signature(key, message)))
                        .toList()));
    }

    private static Map<String, Object> publicKey(KeyPair key) {
        byte[] encoded = key.getPublic().getEncoded();
        String hex = HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length);
        return Map.of("keytype", "ed25519", "scheme", "ed25519", "keyval", Map.of("public", hex));
    }

    private static String id(KeyPair key) {
        return Sha256.hex(Json.canonical(publicKey(key)));
    }

    private static String signature(KeyPair key, byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key.getPrivate());
            signer.update(message);
            return HexFormat.of().formatHex(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
