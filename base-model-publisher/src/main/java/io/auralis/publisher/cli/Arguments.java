package io.auralis.publisher.cli;

import io.auralis.contracts.basemodel.SemanticVersion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Arguments that end up in a request's path or body, checked before anything is sent. */
final class Arguments {
    private Arguments() {}

    /** The path of a candidate. */
    static String candidate(CommandSpec spec, String id) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A candidate's id is lower-case letters and digits joined by hyphens, not \"" + id + "\".");
        }
        return "/v1/candidates/" + id;
    }

    /** The path of a release. */
    static String release(CommandSpec spec, String version) {
        try {
            return "/v1/releases/" + SemanticVersion.parse(version);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "A version is three numbers such as 1.1.0, not \"" + version + "\".", e);
        }
    }

    static String reason(CommandSpec spec, String reason) {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The reason is empty.");
        }
        return reason.strip();
    }
}
