package io.auralis.ingest.reception;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A body that is taken in as it comes, on the connection's event loop: a slow client holds the bytes it has sent and a timer, no
 * thread. Used by one event loop only.
 */
final class ArrivingBody {
    /** For the client to read a refusal before its connection is closed on the body that still comes. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final Gate.Pass pass;
    private final int mostBytes;
    private final CompletableFuture<Arrival> arrival = new CompletableFuture<>();
    private Buffer body = Buffer.buffer();
    private boolean ended;

    private ArrivingBody(HttpServerRequest request, Gate.Pass pass, int mostBytes) {
        this.request = request;
        this.pass = pass;
        this.mostBytes = mostBytes;
    }

    /**
     * @param pass is asked for each piece
     * @param mostBytes of the longest body admitted
     * @param within for the whole body, however steadily it comes
     */
    static CompletableFuture<Arrival> of(
            HttpServerRequest request, Gate.Pass pass, int mostBytes, Duration within, Vertx vertx) {
        ArrivingBody body = new ArrivingBody(request, pass, mostBytes);
        body.receive(within, vertx);
        return body.arrival;
    }

    private void receive(Duration within, Vertx vertx) {
        if (request.isEnded()) {
            arrival.complete(new Arrival.Whole(new byte[0]));
            return;
        }
        request.exceptionHandler(gone -> fail(Unreceived.GONE));
        request.handler(this::piece);
        request.endHandler(end -> {
            ended = true;
            settle(new Arrival.Whole(body.getBytes()));
        });
        request.resume();
        if (!ended) {
            watch(within, vertx);
        }
    }

    private void watch(Duration within, Vertx vertx) {
        long timer = vertx.setTimer(within.toMillis(), late -> {
            fail(Unreceived.TOO_SLOW);
            vertx.setTimer(LINGER.toMillis(), closing -> {
                if (!ended) {
                    var ignored = request.connection().close();
                }
            });
        });
        arrival.thenAccept(settled -> {
            if (ended || settled.equals(new Arrival.Failed(Unreceived.GONE))) {
                vertx.cancelTimer(timer);
            }
        });
    }

    /** What comes after the arrival is settled is dropped, so that the client gets to read its answer. */
    private void piece(Buffer piece) {
        if (arrival.isDone()) {
            return;
        }
        if (body.length() + piece.length() > mostBytes) {
            fail(Unreceived.TOO_LONG);
        } else if (!pass.hold(piece.length())) {
            fail(Unreceived.NO_ROOM);
        } else {
            body.appendBuffer(piece);
        }
    }

    private void fail(Unreceived why) {
        settle(new Arrival.Failed(why));
    }

    private void settle(Arrival outcome) {
        if (arrival.complete(outcome)) {
            body = Buffer.buffer();
        }
    }
}
