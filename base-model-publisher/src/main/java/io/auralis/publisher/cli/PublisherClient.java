package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks the publisher; every answer that is no success ends the command. */
final class PublisherClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** A release on a busy machine signs and syncs files for a few seconds. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI address;
    private final String account;
    private final String authorization;

    PublisherClient(URI address, String account, String password) {
        // Redirects are not followed: the password goes to the named publisher and nowhere else.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.address = address;
        this.account = account;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws CommandFailure unless the publisher answers with a success */
    JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** @throws CommandFailure unless the publisher answers with a success */
    JsonNode post(String path, Object body) {
        return send("POST", path, BodyPublishers.ofByteArray(Json.canonical(body)));
    }

    private JsonNode send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            JsonNode answer = read(response);
            if (response.statusCode() / 100 == 2) {
                return answer;
            }
            throw refusal(response.statusCode(), answer);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILURE,
                    "The publisher at " + address + " does not answer; is it up (auralis community status)?",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILURE, "Interrupted while the publisher was asked.", e);
        }
    }

    private JsonNode read(HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body(), JsonNode.class);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.FAILURE,
                    "What answers at " + address + " is no publisher: status " + response.statusCode()
                            + " without JSON.",
                    e);
        }
    }

    private CommandFailure refusal(int status, JsonNode problem) {
        String sentence =
                problem.path("violations").path(0).asText(problem.path("title").asText(""));
        return switch (status) {
            case 401 ->
                new CommandFailure(
                        ExitCode.REFUSED,
                        "The publisher does not accept the account " + account + " with this password.");
            case 403 -> new CommandFailure(ExitCode.REFUSED, "The account " + account + " may not do that.");
            case 409 -> new CommandFailure(ExitCode.REFUSED, sentence);
            case 400, 404, 413, 415 -> new CommandFailure(ExitCode.USAGE, sentence);
            default ->
                new CommandFailure(ExitCode.FAILURE, "The publisher answered with status " + status + ": " + sentence);
        };
    }
}
