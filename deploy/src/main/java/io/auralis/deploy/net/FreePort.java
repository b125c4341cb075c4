package io.auralis.deploy.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1 that nothing listens on. */
public final class FreePort {
    /** Below the range that Linux gives to outgoing connections (32768 up), so that a remembered port stays free. */
    private static final int FIRST = 20_000;

    private static final int LAST = 31_999;

    private static final int ATTEMPTS = 1_000;

    private static final Set<Integer> HANDED_OUT = new HashSet<>();

    private FreePort() {}

    /**
     * A port that is free now and that this process has not handed out before.
     *
     * @throws IllegalStateException when none is found
     */
    public static synchronized int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            // Its first owner may not have bound it yet.
            if (isFree(port) && HANDED_OUT.add(port)) return port;
        }
        throw new IllegalStateException("no free port of 127.0.0.1 between " + FIRST + " and " + LAST);
    }

    /** Whether a server can be bound to the port of 127.0.0.1 now; a connection still closing is no obstacle. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
