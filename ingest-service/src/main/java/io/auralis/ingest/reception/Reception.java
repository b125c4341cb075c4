package io.auralis.ingest.reception;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * Where requests come in: a body on the connection's event loop, the work on it on a worker thread, both only if the
 * {@link Gate} lets them. No thread waits for a client.
 */
public final class Reception {
    private final Gate gate;
    private final Workers workers;
    private final Vertx vertx;
    private final Duration readTimeout;

    /** @param readTimeout for a whole body, however steadily it comes */
    Reception(Gate gate, Workers workers, Vertx vertx, Duration readTimeout) {
        this.gate = gate;
        this.workers = workers;
        this.vertx = vertx;
        this.readTimeout = readTimeout;
    }

    /**
     * Takes a body in and has it worked on. What the request holds is free again once the answer is there.
     *
     * @param mostBytes of the longest body admitted
     * @param work on the body, on a worker thread; the predicate is to be asked whether the body may grow by so many bytes
     * @param refusal the answer where there was no work
     */
    public <A> CompletionStage<A> receive(
            HttpServerRequest request,
            int mostBytes,
            BiFunction<byte[], LongPredicate, CompletionStage<A>> work,
            Function<Unreceived, A> refusal) {
        Gate.Pass pass = gate.pass();
        return ArrivingBody.of(request, pass, mostBytes, readTimeout, vertx)
                .thenCompose(arrival -> arrival instanceof Arrival.Whole whole
                        ? onWorker(request, pass, () -> work.apply(whole.body(), pass::hold), refusal)
                        : CompletableFuture.completedFuture(refusal.apply(((Arrival.Failed) arrival).why())))
                .whenComplete((answer, failure) -> pass.close());
    }

    /** As {@link #receive}, for a request without a body. */
    public <A> CompletionStage<A> work(
            HttpServerRequest request, Supplier<CompletionStage<A>> work, Function<Unreceived, A> refusal) {
        Gate.Pass pass = gate.pass();
        return onWorker(request, pass, work, refusal).whenComplete((answer, failure) -> pass.close());
    }

    /** For a request that is answered at once: drops its body as it comes. */
    public void drop(HttpServerRequest request) {
        var ignored = ArrivingBody.of(request, gate.pass(), 0, readTimeout, vertx);
    }

    /** For what goes on later with a request that was taken in. */
    public Executor workers() {
        return workers;
    }

    public Duration readTimeout() {
        return readTimeout;
    }

    private <A> CompletionStage<A> onWorker(
            HttpServerRequest request,
            Gate.Pass pass,
            Supplier<CompletionStage<A>> work,
            Function<Unreceived, A> refusal) {
        return pass.enter(request.connection())
                ? CompletableFuture.supplyAsync(work, workers).thenCompose(Function.identity())
                : CompletableFuture.completedFuture(refusal.apply(Unreceived.NO_ROOM));
    }
}
