package io.auralis.publisher.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has: which publisher, as whom, and how to print. */
final class Connection {
    /** Longer than any passphrase, short enough that a wrong file is noticed. */
    private static final long LONGEST_PASSWORD_BYTES = 1024;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the publisher (default: the local community's).")
    private @Nullable String url;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Account to sign in with (default: the local community's maintainer).")
    private @Nullable String account;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the account's password (default: the local community's).")
    private @Nullable Path passwordFile;

    @Option(names = "--json", description = "Print the publisher's answer as JSON.")
    private boolean json;

    @Option(names = "--stacktrace", description = "Print the cause of a failure.")
    private boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    boolean json() {
        return json;
    }

    /** @throws CommandFailure if address, account or password is missing or unusable */
    PublisherClient open(LocalCommunity community) {
        URI address = address(url != null ? url : known(community, "publisher", "--url"));
        // The local maintainer's password must not be shown to another publisher.
        if (url != null && (account == null || passwordFile == null)) {
            String local = community.find("publisher").orElse("");
            if (!local.equals(url)) {
                throw new CommandFailure(
                        ExitCode.USAGE, "With --url of another publisher give --account and --password-file too.");
            }
        }
        String name = account != null ? account : known(community, "maintainerAccount", "--account");
        Path file = passwordFile != null
                ? passwordFile
                : Path.of(known(community, "maintainerPasswordFile", "--password-file"));
        return new PublisherClient(address, name, password(file));
    }

    private static String known(LocalCommunity community, String key, String option) {
        return community
                .find(key)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILURE,
                        "No community runs on this machine: start one with auralis community up, or give " + option
                                + "."));
    }

    private static URI address(String text) {
        URI address;
        try {
            address = URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "The publisher's address is no URL: " + text + ".", e);
        }
        String host = address.getHost();
        boolean https = "https".equals(address.getScheme());
        if (host == null || !https && !"http".equals(address.getScheme())) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The publisher's address must start with https:// or http://: " + text + ".");
        }
        if (!https && !host.matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]")) {
            throw new CommandFailure(
                    ExitCode.REFUSED, "A password is sent to another machine over https only, not to " + text + ".");
        }
        return address;
    }

    private static String password(Path file) {
        try {
            if (Files.size(file) > LONGEST_PASSWORD_BYTES) {
                throw new CommandFailure(ExitCode.USAGE, "The password file " + file + " is too large to be one.");
            }
            String password = Files.readString(file).lines().findFirst().orElse("");
            if (password.isEmpty()) {
                throw new CommandFailure(ExitCode.USAGE, "The password file " + file + " is empty.");
            }
            return password;
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.USAGE, "There is no password file " + file + ".", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILURE, "The password file " + file + " cannot be read.", e);
        }
    }
}
