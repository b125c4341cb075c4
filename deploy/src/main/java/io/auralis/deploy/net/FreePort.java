package io.auralis.deploy.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Ports of 127.0.0.1 that nothing listens on. */
public final class FreePort {
    private static final Set<Integer> HANDED_OUT = new HashSet<>();

    private FreePort() {}

    /**
     * A port that the system calls free now and that this process has not handed out before.
     *
     * @throws UncheckedIOException when the system has none left
     */
    public static synchronized int next() {
        // The system may give the same port twice before its first owner has bound it.
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (HANDED_OUT.add(socket.getLocalPort())) return socket.getLocalPort();
            } catch (IOException none) {
                throw new UncheckedIOException("no free port on 127.0.0.1", none);
            }
        }
    }

    /** Whether a server can be bound to the port of 127.0.0.1 now; a connection still closing does not count as one. */
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
