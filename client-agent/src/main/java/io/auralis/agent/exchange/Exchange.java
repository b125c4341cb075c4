package io.auralis.agent.exchange;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and waits for the whole answer, but never longer than the deadline and never for more bytes than
 * allowed: a hostile or sick server can neither hold a command up nor fill the memory. Redirects are not followed, since
 * whoever answers was not chosen by the listener.
 */
public final class Exchange {
    /** The same on every machine: no version, no Java, no system, so that it tells nobody apart. */
    static final String USER_AGENT = "auralis-agent";

    private final Duration deadline;
    private final LongSupplier nanosLeft;
    private final HttpClient client;

    /** @param deadline for the whole of one exchange, from connecting to the last byte */
    public Exchange(Duration deadline) {
        this(deadline, deadline::toNanos);
    }

    /** @param deadline for all exchanges together, from now on */
    public static Exchange allWithin(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        return new Exchange(deadline, () -> Math.max(0, end - System.nanoTime()));
    }

    private Exchange(Duration deadline, LongSupplier nanosLeft) {
        this.deadline = deadline;
        this.nanosLeft = nanosLeft;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline)
                .build();
    }

    /**
     * @param mostBytes the longest body that is read
     * @throws ExchangeException if there is no whole answer within the bounds
     */
    public Reply get(URI uri, int mostBytes) {
        return send("GET", uri, Map.of(), null, mostBytes);
    }

    /**
     * Posts; otherwise as {@link #get}.
     *
     * @param headers the content type among them
     */
    public Reply post(URI uri, Map<String, String> headers, byte[] body, int mostBytes) {
        return send("POST", uri, headers, body, mostBytes);
    }

    /** Deletes; otherwise as {@link #get}. */
    public Reply delete(URI uri, Map<String, String> headers, int mostBytes) {
        return send("DELETE", uri, headers, null, mostBytes);
    }

    private Reply send(String method, URI uri, Map<String, String> headers, byte @Nullable [] body, int mostBytes) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("User-Agent", USER_AGENT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), head -> new LimitedBody(mostBytes));
        try {
            HttpResponse<byte[]> response = answer.get(nanosLeft.getAsLong(), TimeUnit.NANOSECONDS);
            return new Reply(response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ExchangeException(
                    ExchangeException.Kind.TOO_SLOW,
                    place(uri) + " did not answer within " + deadline.toSeconds() + " seconds.",
                    e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ExchangeException(
                    ExchangeException.Kind.TOO_SLOW, "Waiting for " + place(uri) + " was interrupted.", e);
        } catch (ExecutionException e) {
            throw failure(uri, e.getCause() == null ? e : e.getCause(), mostBytes);
        }
    }

    private static ExchangeException failure(URI uri, Throwable cause, int mostBytes) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof LimitedBody.TooLarge) {
                return new ExchangeException(
                        ExchangeException.Kind.TOO_LARGE,
                        place(uri) + " answered with more than the " + mostBytes + " bytes that are read.",
                        cause);
            }
        }
        return new ExchangeException(
                ExchangeException.Kind.UNREACHABLE, place(uri) + " cannot be reached or broke off.", cause);
    }

    private static String place(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
