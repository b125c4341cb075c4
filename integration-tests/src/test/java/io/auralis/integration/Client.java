package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.integration.Load.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that repeats what is not settled, as the agent does: only a 202 with a verdict, or a problem document of the
 * service's own that is final, settles a step; a 429, a 5xx, a lost connection and silence do not. It waits for less than
 * the agent, so that a test ends.
 */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI reports;
    private final Load load;
    private final Random random;
    private long repetitions;

    Client(String ingest, Load load, long seed) {
        this.reports = URI.create(ingest + "/v1/reports");
        this.load = load;
        this.random = new Random(seed);
    }

    /** How often something was sent again. */
    long repetitions() {
        return repetitions;
    }

    /**
     * Sends until each step is settled; submissions together, as one or a batch.
     *
     * @return the steps that the service acknowledged
     * @throws AssertionError if the service takes what it must refuse, or the other way round
     */
    List<Step> settle(List<Step> steps) {
        List<Step> acknowledged = new ArrayList<>();
        List<Step> left = new ArrayList<>(steps);
        while (true) {
            List<Step> unsettled = new ArrayList<>();
            submit(left.stream().filter(step -> !step.isWithdrawal()).toList(), acknowledged, unsettled);
            for (Step withdrawal : left.stream().filter(Step::isWithdrawal).toList()) {
                judge(withdrawal, status(withdraw(withdrawal)), acknowledged, unsettled);
            }
            if (unsettled.isEmpty()) {
                return acknowledged;
            }
            repetitions += unsettled.size();
            left = unsettled;
            LockSupport.parkNanos(Duration.ofMillis(50 + random.nextInt(200)).toNanos());
        }
    }

    private void submit(List<Step> steps, List<Step> acknowledged, List<Step> unsettled) {
        if (steps.isEmpty()) {
            return;
        }
        ArrayNode batch = Json.mapper().createArrayNode();
        steps.forEach(step -> batch.add(load.submission(step)));
        boolean alone = steps.size() == 1;
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(reports)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.canonical(alone ? batch.get(0) : batch))));
        if (alone || answer == null || answer.statusCode() / 100 != 2) {
            steps.forEach(step -> judge(step, status(answer), acknowledged, unsettled));
            return;
        }
        JsonNode verdicts = Json.read(answer.body(), JsonNode.class);
        for (int index = 0; index < steps.size(); index++) {
            judge(steps.get(index), verdicts.get(index).get("status").asInt(), acknowledged, unsettled);
        }
    }

    private static void judge(Step step, int status, List<Step> acknowledged, List<Step> unsettled) {
        if (status == 0 || status == TOO_MANY_REQUESTS || status >= 500) {
            unsettled.add(step);
            return;
        }
        if (step.isGood() != (status == 202)) {
            throw new AssertionError(step + " was answered with " + status);
        }
        if (step.isGood()) {
            acknowledged.add(step);
        }
    }

    private HttpResponse<byte[]> withdraw(Step step) {
        return send(HttpRequest.newBuilder(
                        URI.create(reports + "/" + load.secret(step.owner()).reportId()))
                .header(ReportHeaders.SECRET, load.shown(step).hex())
                .header(ReportHeaders.NUMBER, Long.toString(step.number()))
                .DELETE());
    }

    /** Null where there was no answer: then the step may be done or not. */
    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (IOException lost) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int status(HttpResponse<byte[]> answer) {
        return answer == null ? 0 : answer.statusCode();
    }
}
