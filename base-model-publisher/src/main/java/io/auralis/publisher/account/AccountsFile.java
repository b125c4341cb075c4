package io.auralis.publisher.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts as they stand in the file at the moment of a sign-in, so that a removed account is out at once. */
final class AccountsFile {
    /** Checked in place of an unknown account, so that the time of an answer does not tell which names exist. */
    private final AccountLine stranger =
            AccountLine.maintainer("stranger", UUID.randomUUID().toString().toCharArray());

    private final Path file;

    AccountsFile(Path file) {
        this.file = file;
    }

    /**
     * The account, if the password is its own.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a line of it is none; the message has the line's number
     */
    Optional<AccountLine> signIn(String name, char[] password) throws IOException {
        Optional<AccountLine> account = Optional.ofNullable(read().get(name));
        boolean matches = account.orElse(stranger).matches(password);
        return matches ? account : Optional.empty();
    }

    private Map<String, AccountLine> read() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException nobodyYet) {
            return Map.of();
        }
        Map<String, AccountLine> accounts = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            try {
                AccountLine account = AccountLine.parse(lines.get(i));
                if (accounts.put(account.name(), account) != null) {
                    throw new IllegalArgumentException("an account stands twice");
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the accounts file: " + e.getMessage(), e);
            }
        }
        return accounts;
    }
}
