package io.auralis.publisher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The publisher's answers about candidates in words. */
final class CandidateText {
    private CandidateText() {}

    static List<String> list(JsonNode answer) {
        JsonNode candidates = answer.path("candidates");
        if (candidates.isEmpty()) {
            return List.of("The aggregator offers no candidate now.");
        }
        Table table = new Table().row("CANDIDATE", "STATE", "APPROVALS", "MODEL", "CHANGE");
        for (JsonNode candidate : candidates) {
            table.row(
                    candidate.path("id").asText(),
                    candidate.path("state").asText(),
                    candidate.path("approvals").asInt() + " of "
                            + candidate.path("approvalsNeeded").asInt(),
                    candidate.path("baseModel").asText(),
                    candidate.path("headline").asText("offered no more"));
        }
        return table.lines();
    }

    /** State, evidence and decisions of one candidate. */
    static List<String> whole(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(answer.path("id").asText() + ": " + answer.path("headline").asText("offered no more"));
        lines.add("Changes model " + answer.path("baseModel").asText() + ". " + state(answer));
        if (answer.has("candidate")) {
            lines.add("");
            lines.addAll(EvidenceText.lines(candidate(answer.path("candidate"))));
        }
        if (!answer.path("reviews").isEmpty()) {
            lines.add("");
            for (JsonNode review : answer.path("reviews")) {
                lines.add(review(review));
            }
        }
        return lines;
    }

    /** What became of it, after a decision. */
    static List<String> decided(JsonNode answer) {
        return List.of(
                answer.path("id").asText() + ": " + answer.path("headline").asText("offered no more"), state(answer));
    }

    private static String state(JsonNode answer) {
        String approvals = answer.path("approvals").asInt() + " of "
                + answer.path("approvalsNeeded").asInt() + " approvals";
        String state = answer.path("state").asText();
        return switch (state) {
            case "proposed" -> "Proposed: has " + approvals + ".";
            case "approved" -> "Approved, waits for a release: has " + approvals + ".";
            case "rejected" -> "Rejected.";
            case "released" -> "Released in " + answer.path("releasedIn").asText() + ".";
            case "outdated" -> "Outdated: a newer model was released since; the aggregator derives it anew.";
            case "withdrawn" -> "Withdrawn: the aggregator offers it no more.";
            default -> "State: " + state + ".";
        };
    }

    private static String review(JsonNode review) {
        String decision = review.path("decision").asText().equals("approve") ? "Approved" : "Rejected";
        String reason = review.path("reason").asText();
        return decision + " by " + review.path("account").asText() + " at "
                + review.path("decidedAt").asText() + (reason.isEmpty() ? "" : ": " + reason);
    }

    private static Candidate candidate(JsonNode document) {
        try {
            return Json.mapper().treeToValue(document, Candidate.class);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    ExitCode.FAILURE,
                    "The candidate is of a form that this program does not know; try a newer one, or --json.",
                    e);
        }
    }
}
