package io.auralis.contracts.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * An example document of a contract, which whoever writes it and whoever reads it both test against. The files lie under
 * {@code examples/<contract>/<kind>/<name>.json}; {@code examples/index.txt} lists them, since a jar cannot be listed.
 *
 * @param schema the contract
 * @param kind what a reader must do with it
 * @param name what is special about it, lower-case words joined by hyphens
 */
public record ContractExample(ContractSchema schema, Kind kind, String name) {

    /** What a reader must do with an example. */
    public enum Kind {
        /** Passes its schema, reads into its type and back to the same canonical bytes. */
        VALID,
        /** Breaks its schema. */
        INVALID,
        /** Passes its schema but contradicts itself. */
        IMPLAUSIBLE;

        private final String folder = name().toLowerCase(Locale.ROOT);
    }

    /** The examples of one kind, in order of their names. */
    public static List<ContractExample> of(ContractSchema schema, Kind kind) {
        String folder = schema.contract() + "/" + kind.folder + "/";
        return new String(Resources.read("examples/index.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(folder))
                .map(line -> new ContractExample(
                        schema, kind, line.substring(folder.length(), line.length() - ".json".length())))
                .toList();
    }

    /** Its bytes: UTF-8 JSON, laid out for readers, not canonical. */
    public byte[] bytes() {
        return Resources.read("examples/" + schema.contract() + "/" + kind.folder + "/" + name + ".json");
    }

    @Override
    public String toString() {
        return schema.contract() + " " + kind.folder + " " + name;
    }
}
