package io.auralis.agent.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a server is: HTTPS, or plain HTTP on this very machine, since a secret or a signed file must not be readable, or
 * be held back unseen, on the way.
 *
 * @param uri ends with a slash, without user, query and fragment
 */
public record ServerAddress(URI uri) {
    public ServerAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("\"" + uri + "\" is no server address; expected https://HOST[:PORT]/");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(uri.getHost()))) {
            throw new IllegalArgumentException(
                    "\"" + uri + "\" must begin with https://; http:// is for a server on this machine only");
        }
        if (!uri.getPath().endsWith("/")) {
            uri = URI.create(uri + "/");
        }
    }

    /** @throws IllegalArgumentException naming the text and what is expected */
    public static ServerAddress parse(String text) {
        try {
            return new ServerAddress(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no server address; expected https://HOST[:PORT]/", e);
        }
    }

    /** @param path relative, without a leading slash */
    public URI resolve(String path) {
        return uri.resolve(path);
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    /** Names only: resolving one would ask a name server, whose answer proves nothing. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || host.equals("[::1]");
    }
}
