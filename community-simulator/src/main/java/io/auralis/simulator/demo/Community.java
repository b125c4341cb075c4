package io.auralis.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.simulator.SimulationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The demo's community: brought up and taken down by its command; its aggregator is asked over HTTP, as operators do. */
final class Community {
    /** The aggregator writes within a second or so; minutes mean that something is wrong. */
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(120);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final long ASK_EVERY_MILLIS = 250;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final JsonNode addresses;

    /** @param addresses what {@code community up --json} printed */
    Community(JsonNode addresses) {
        this.addresses = addresses;
    }

    String ingest() {
        return addresses.path("ingest").asText();
    }

    /**
     * Returns when the statistics hold so many live reports and nothing waits to be counted.
     *
     * @return the aggregator's status then
     */
    JsonNode awaitReports(long reports) {
        long begun = System.nanoTime();
        JsonNode status = ask("GET", "/v1/status");
        while (status.path("reports").asLong(-1) < reports || status.path("lag").asLong(-1) != 0) {
            if (System.nanoTime() - begun > COUNTED_WITHIN.toNanos()) {
                throw new SimulationException("The aggregator counted "
                        + status.path("reports").asLong() + " of " + reports + " reports within "
                        + COUNTED_WITHIN.toSeconds() + " s.");
            }
            pause();
            status = ask("GET", "/v1/status");
        }
        return status;
    }

    /** Asks for candidates now instead of at the next scheduled time. */
    JsonNode derive() {
        return ask("POST", "/v1/candidates/derive");
    }

    private JsonNode ask(String method, String path) {
        URI uri = URI.create(addresses.path("aggregator").asText() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_WITHIN)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new SimulationException("The aggregator answered " + answer.statusCode() + " to " + path + ".");
            }
            return Json.read(answer.body(), JsonNode.class);
        } catch (IOException away) {
            throw new SimulationException("The aggregator at " + uri + " does not answer.", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SimulationException("The demo was interrupted.", interrupted);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SimulationException("The demo was interrupted.", interrupted);
        }
    }
}
