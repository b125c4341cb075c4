package io.auralis.ingest;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Connections that send one report after another as fast as they are answered, and some that never end their request. */
final class Flood implements AutoCloseable {
    private static final long TRICKLE_MILLIS = 500;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient(new NetClientOptions().setReconnectAttempts(0));
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong connected = new AtomicLong();
    private final int port;
    private volatile boolean over;

    private Flood(int port) {
        this.port = port;
    }

    static Flood start(int port, int fast, int slow) {
        Flood flood = new Flood(port);
        for (int connection = 0; connection < fast; connection++) {
            flood.fast(Buffer.buffer(UnderLoadIT.request(PackagedService.report(), "keep-alive")));
        }
        for (int connection = 0; connection < slow; connection++) {
            flood.slow(Buffer.buffer(UnderLoadIT.beginnings().get(connection % 2)));
        }
        return flood;
    }

    private void fast(Buffer request) {
        connect(socket -> {
            socket.handler(answer -> {
                (answer.getString(0, 12).endsWith(" 202") ? accepted : refused).incrementAndGet();
                if (!over) {
                    var ignored = socket.write(request);
                }
            });
            socket.closeHandler(closed -> {
                if (!over) {
                    fast(request);
                }
            });
            var ignored = socket.write(request);
        });
    }

    private void slow(Buffer beginning) {
        connect(socket -> {
            var ignored = socket.write(beginning);
            long timer = vertx.setPeriodic(TRICKLE_MILLIS, time -> {
                var alsoIgnored = socket.write(" ");
            });
            socket.closeHandler(closed -> {
                vertx.cancelTimer(timer);
                if (!over) {
                    slow(beginning);
                }
            });
        });
    }

    private void connect(Consumer<NetSocket> then) {
        var ignored = client.connect(port, "127.0.0.1").onSuccess(socket -> {
            connected.incrementAndGet();
            then.accept(socket);
        });
    }

    /** Returns when the flood has begun. */
    void awaitAnswers(long answers) {
        Eventually.isTrue(() -> accepted.get() + refused.get() >= answers);
    }

    @Override
    public void close() {
        over = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public String toString() {
        return connected + " connections, " + accepted + " accepted, " + refused + " refused";
    }
}
