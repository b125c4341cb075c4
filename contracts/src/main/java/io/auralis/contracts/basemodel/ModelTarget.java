package io.auralis.contracts.basemodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a released bundle stands among the targets of the signed repository (design section 9): its name, and the
 * {@code custom} object beside its hash and length.
 *
 * @param version the model's
 * @param channel who should get it
 */
public record ModelTarget(SemanticVersion version, Channel channel) {
    private static final String NUMBER = "(?:0|[1-9]\\d{0,5})";
    private static final Pattern NAME =
            Pattern.compile("base-model-(" + NUMBER + "\\." + NUMBER + "\\." + NUMBER + ")\\.json");

    /** Who gets a release: everyone, or those who asked for early ones too. */
    public enum Channel {
        @JsonProperty("stable")
        STABLE,
        @JsonProperty("beta")
        BETA
    }

    /**
     * The {@code custom} object. The client library (sigstore-java 2.0.0) refuses a {@code custom} without its own
     * {@code sigstore} block, so one with neutral values is part of the form.
     */
    public record Custom(SemanticVersion version, Channel channel, Sigstore sigstore) {}

    /** Required by the client library, not read by us. */
    public record Sigstore(String status, String usage) {}

    public ModelTarget {
        if (version == null || channel == null) {
            throw new IllegalArgumentException("a model target needs a version and a channel");
        }
    }

    /** The target's name, for example {@code base-model-1.1.0.json}. */
    public String name() {
        return "base-model-" + version + ".json";
    }

    public Custom custom() {
        return new Custom(version, channel, new Sigstore("Active", "base-model"));
    }

    /** The version that a target of this name holds; empty where it is no base model. */
    public static Optional<SemanticVersion> versionOf(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(SemanticVersion.parse(matcher.group(1))) : Optional.empty();
    }
}
