package io.auralis.agent.models;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Sha256;
import java.util.Optional;

/**
 * One model's verification.
 *
 * @param version the model's
 * @param good whether it may be used
 * @param detail what was found, in words
 */
public record ModelCheck(SemanticVersion version, boolean good, String detail) {
    static ModelCheck of(ModelStore store, SemanticVersion version, Optional<SignedModels> signed) {
        Optional<byte[]> bytes = store.bytes(version);
        if (bytes.isEmpty()) {
            return new ModelCheck(version, false, "its file is gone");
        }
        String sha256 = Sha256.hex(bytes.get());
        boolean builtIn = BuiltInModels.versions().contains(version);
        ModelIndex index = store.index();
        boolean asInstalled = index.find(version)
                .map(ModelIndex.Entry::sha256)
                .or(() -> index.findOwn(version).map(ModelIndex.Own::sha256))
                .filter(sha256::equals)
                .isPresent();
        if (!builtIn && !asInstalled) {
            return new ModelCheck(version, false, "its file was altered after it was installed");
        }
        try {
            ProfileBundle.parse(bytes.get());
        } catch (IllegalArgumentException e) {
            return new ModelCheck(version, false, "its file is no base model");
        }
        if (version.isLocal()) {
            return new ModelCheck(version, true, "made on this machine, signed by nobody");
        }
        String origin = builtIn ? "comes with the program" : "installed from the repository";
        if (signed.isEmpty()) {
            return new ModelCheck(version, true, origin);
        }
        Optional<SignedModels.Model> model = signed.get().find(version);
        if (model.isEmpty()) {
            return new ModelCheck(version, false, origin + ", but was withdrawn by its maintainers");
        }
        return model.get().sha256().equals(sha256)
                ? new ModelCheck(version, true, origin + ", with the bytes that were signed")
                : new ModelCheck(version, false, origin + ", but its bytes are not those that were signed");
    }
}
