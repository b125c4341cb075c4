package io.auralis.deploy.stack;

/**
 * Where everything of a stack is, as {@code stack.json} says it. Holds no secret: passwords are in files of their own.
 *
 * @param kafka bootstrap servers
 * @param databaseUrl JDBC
 * @param ingest base URL
 * @param aggregator base URL
 * @param publisher base URL
 * @param repository base URL of the signed repository
 * @param trustRoot path of its first root.json
 * @param maintainerAccount name of the generated maintainer
 * @param maintainerPasswordFile path
 * @param databaseAccountsFile path of the database roles' passwords
 * @param logs folder
 */
public record StackState(
        String kafka,
        String databaseUrl,
        String ingest,
        String aggregator,
        String publisher,
        String repository,
        String trustRoot,
        String maintainerAccount,
        String maintainerPasswordFile,
        String databaseAccountsFile,
        String logs) {
    static StackState of(StackFolder folder, StackPorts ports) {
        return new StackState(
                "127.0.0.1:" + ports.of(Member.BROKER),
                "jdbc:postgresql://127.0.0.1:" + ports.of(Member.DATABASE) + "/auralis",
                "http://127.0.0.1:" + ports.of(Member.INGEST),
                "http://127.0.0.1:" + ports.of(Member.AGGREGATOR),
                "http://127.0.0.1:" + ports.of(Member.PUBLISHER),
                "http://127.0.0.1:" + ports.of(Member.PUBLISHER) + "/repository",
                folder.trustRoot().toString(),
                MaintainerAccount.NAME,
                folder.maintainerPassword().toString(),
                folder.database().resolve("accounts.properties").toString(),
                folder.root().resolve("logs").toString());
    }

    /** Where one member is reached. */
    public String addressOf(Member member) {
        return switch (member) {
            case DATABASE -> databaseUrl;
            case BROKER -> kafka;
            case INGEST -> ingest;
            case AGGREGATOR -> aggregator;
            case PUBLISHER -> publisher;
        };
    }
}
