package io.auralis.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A way to a port of this machine that can be slow, stand still and break. */
final class FaultyNetwork implements AutoCloseable {
    private static final int PIECE_BYTES = 16 * 1024;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean standing;

    FaultyNetwork(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on each piece of what passes takes so much longer. */
    void slow(Duration each) {
        delay = each;
    }

    /** From now on nothing passes, and nobody is told. */
    void stall() {
        standing = true;
    }

    /** Breaks every connection; new ones may be made. */
    void cut() {
        open.forEach(FaultyNetwork::close);
        open.clear();
    }

    /** Makes the way quick again for what waits and what comes. */
    void heal() {
        delay = Duration.ZERO;
        standing = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket here = entrance.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(here);
                open.add(there);
                start("out", () -> pass(here, there));
                start("back", () -> pass(there, here));
            } catch (IOException closedOrRefused) {
                // The next one is accepted, if there is one.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                LockSupport.parkNanos(delay.toNanos());
                while (standing && !from.isClosed()) {
                    LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                }
                out.write(piece, 0, read);
            }
        } catch (IOException broken) {
            // Both ends are closed, as a broken connection's are.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, "faulty-network-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
