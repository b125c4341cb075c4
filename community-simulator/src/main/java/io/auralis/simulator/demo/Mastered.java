package io.auralis.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.RecordingType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One song as {@code auralis master --json} reported it.
 *
 * @param song the original
 * @param report what was printed
 */
record Mastered(Path song, JsonNode report) {
    String name() {
        return song.getFileName().toString();
    }

    RecordingType type() {
        return RecordingType.valueOf(report.path("detection").path("type").asText());
    }

    /** The plan's figure for a parameter: {@code base}, {@code personal} or {@code final}. */
    double planned(String parameter, String part) {
        for (JsonNode one : report.path("plan").path("parameters")) {
            if (one.path("name").asText().equals(parameter))
                return one.path(part).asDouble();
        }
        throw new IllegalArgumentException("the plan has no " + parameter);
    }

    String reason(String parameter) {
        for (JsonNode one : report.path("plan").path("parameters")) {
            if (one.path("name").asText().equals(parameter))
                return one.path("reason").asText();
        }
        throw new IllegalArgumentException("the plan has no " + parameter);
    }

    /** What was heard, planned and measured, in a few lines. */
    String inWords() {
        JsonNode detection = report.path("detection");
        List<String> plan = new ArrayList<>();
        for (JsonNode one : report.path("plan").path("parameters")) {
            plan.add(String.format(
                    Locale.ROOT,
                    "%s %s%s",
                    one.path("name").asText(),
                    figure(one.path("name").asText(), one.path("final").asDouble()),
                    one.path("unit").asText().isEmpty()
                            ? ""
                            : " " + one.path("unit").asText()));
        }
        return String.format(
                Locale.ROOT,
                "%s: %s (%s, confidence %.2f)%n  plan: %s%n  %s%n  loudness %.1f to %.1f LUFS, true peak %.1f to %.1f dBTP",
                name(),
                detection.path("type").asText(),
                detection.path("profile").asText(),
                detection.path("confidence").asDouble(),
                String.join(", ", plan.subList(0, plan.size() / 2)),
                "      " + String.join(", ", plan.subList(plan.size() / 2, plan.size())),
                report.path("before").path("integratedLufs").asDouble(),
                report.path("after").path("integratedLufs").asDouble(),
                report.path("before").path("truePeakDbtp").asDouble(),
                report.path("after").path("truePeakDbtp").asDouble());
    }

    /** Base plus personal makes final. */
    String parts(String parameter) {
        return String.format(
                Locale.ROOT,
                "%s %s = base %s, yours %+.2f",
                parameter,
                figure(parameter, planned(parameter, "final")),
                figure(parameter, planned(parameter, "base")),
                planned(parameter, "personal"));
    }

    private static String figure(String parameter, double value) {
        return String.format(Locale.ROOT, parameter.equals("width") ? "%.2f" : "%+.1f", value);
    }
}
