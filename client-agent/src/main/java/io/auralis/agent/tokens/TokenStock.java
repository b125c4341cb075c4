package io.auralis.agent.tokens;

import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tokens drawn and not given out yet, in one file of the home. They are drawn in one session and spent in a later one, so
 * that the time of a summary does not point to who drew its token. Callers hold the home's lock while they change it.
 */
public final class TokenStock {
    /** Enough for the summaries of most months; more would only wait until their key retires. */
    public static final int FULL = 4;

    private final Path file;

    public TokenStock(AuralisHome home) {
        this.file = home.sharing().resolve("tokens.json");
    }

    /** How many there are for a server. */
    public int size(String server) {
        return (int)
                read().stream().filter(held -> held.server().equals(server)).count();
    }

    public void add(ServerAddress server, List<Token> drawn) {
        List<HeldToken> all = new ArrayList<>(read());
        drawn.forEach(token -> all.add(new HeldToken(server.toString(), token.text())));
        write(all);
    }

    /** Takes the one that has waited longest: what is taken is taken, also when the process ends before it is used. */
    public Optional<String> take(String server) {
        List<HeldToken> all = new ArrayList<>(read());
        Optional<HeldToken> oldest =
                all.stream().filter(held -> held.server().equals(server)).findFirst();
        oldest.ifPresent(held -> {
            all.remove(held);
            write(all);
        });
        return oldest.map(HeldToken::token);
    }

    /** Discards those that are of the same key as one. */
    public void discardAlike(String token) {
        write(read().stream()
                .filter(held -> !keyOf(held.token()).equals(keyOf(token)))
                .toList());
    }

    private static String keyOf(String token) {
        try {
            return Token.parse(token).keyId();
        } catch (TokenException e) {
            return "";
        }
    }

    /** Forgets all of them. */
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new HomeException("Cannot delete " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private List<HeldToken> read() {
        try {
            return Files.exists(file)
                    ? List.of(HomeJson.read(Files.readAllBytes(file), HeldToken[].class, file))
                    : List.of();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private void write(List<HeldToken> all) {
        AtomicFile.write(file, HomeJson.bytes(all));
    }
}
