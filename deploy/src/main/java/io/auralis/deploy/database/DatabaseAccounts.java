package io.auralis.deploy.database;

import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The database's port and the random passwords of its roles, kept as {@code accounts.properties} (mode 0600) in its folder.
 *
 * @param port of 127.0.0.1
 * @param passwords by role
 */
record DatabaseAccounts(int port, Map<String, String> passwords) {
    static final String SUPERUSER = "postgres";
    static final List<String> SERVICES = List.of("ingest", "aggregator", "publisher");

    private static final String FILE = "accounts.properties";

    /** 128 bits: beyond guessing, and hexadecimal digits need no quoting anywhere. */
    private static final int PASSWORD_BYTES = 16;

    DatabaseAccounts {
        passwords = Map.copyOf(passwords);
    }

    /** The remembered accounts of the folder, else new ones. A wanted port of 0 takes the remembered or any free one. */
    static DatabaseAccounts of(Path folder, int wantedPort) throws IOException {
        Properties kept = read(folder);
        String keptPort = kept.getProperty("port");
        int port = wantedPort != 0 ? wantedPort : keptPort != null ? Integer.parseInt(keptPort) : FreePort.next();
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put(SUPERUSER, kept.getProperty(SUPERUSER, newPassword()));
        for (String role : SERVICES) passwords.put(role, kept.getProperty(role, newPassword()));
        DatabaseAccounts accounts = new DatabaseAccounts(port, passwords);
        accounts.write(folder, folder.resolve(FILE));
        return accounts;
    }

    static Optional<String> remembered(Path folder, String role) throws IOException {
        return Optional.ofNullable(read(folder).getProperty(role));
    }

    private static Properties read(Path folder) throws IOException {
        Properties kept = new Properties();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
        return kept;
    }

    String password(String role) {
        String password = passwords.get(role);
        if (password == null) throw new IllegalArgumentException("no role " + role + ", only " + passwords.keySet());
        return password;
    }

    private void write(Path folder, Path file) throws IOException {
        StringBuilder text = new StringBuilder("port=" + port + "\n");
        passwords.forEach((role, password) ->
                text.append(role).append('=').append(password).append('\n'));
        // Private from its first byte on: created with mode 0600, then renamed over the old one.
        Path fresh = Files.createTempFile(
                folder,
                "accounts",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newPassword() {
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        return HexFormat.of().formatHex(password);
    }
}
