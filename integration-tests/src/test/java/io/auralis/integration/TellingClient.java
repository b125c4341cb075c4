package io.auralis.integration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP client that tells all it can: it comes from an address that nothing else on this machine has, and sends bytes as
 * they are given, so that broken requests can be sent too. Requests and answers are text of one byte a character.
 */
final class TellingClient {
    /** All of 127.0.0.0/8 is this machine (RFC 1122, 3.2.1.3). */
    static final String ADDRESS = "127.77.88.99";

    private static final int PATIENCE_MILLIS = 20_000;

    private final Map<String, String> always;

    /** @param always headers of each request */
    TellingClient(Map<String, String> always) {
        this.always = Map.copyOf(always);
    }

    /** The whole answer, headers and all; empty where the connection was closed without one. */
    String send(URI to, String method, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(always);
        all.putAll(headers);
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder head = new StringBuilder(method + " " + to.getRawPath()
                + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()) + " HTTP/1.1\r\nHost: " + to.getAuthority()
                + "\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return raw(to, head + "\r\n" + body);
    }

    /** Sends the text as it is. */
    String raw(URI to, String text) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
            socket.connect(new InetSocketAddress(to.getHost(), to.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (IOException reset) {
                // A server that has had enough may reset; what it said before is kept.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
