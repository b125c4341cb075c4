package io.auralis.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.simulator.CountLine;
import io.auralis.simulator.SimulationException;
import io.auralis.simulator.SimulationReport;
import io.auralis.simulator.listener.Crowd;
import io.auralis.simulator.listener.ListenerOutcome;
import io.auralis.simulator.listener.Population;
import io.auralis.simulator.listener.TemporaryHomes;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What happens at the community's side of the demo: its services start, a crowd reports, a change is derived and released. */
final class CommunitySteps {
    private final Commands auralis;
    private final Story story;
    private final Community community;

    private CommunitySteps(Commands auralis, Story story, Community community) {
        this.auralis = auralis;
        this.story = story;
        this.community = community;
    }

    static CommunitySteps bringUp(Commands auralis, Story story) {
        story.step("A community of its own: PostgreSQL, Kafka and the three services, without containers");
        story.command("auralis community up");
        JsonNode addresses = auralis.json(story::say, "community", "up");
        story.say("Reports go to " + addresses.path("ingest").asText() + ", signed base models come from "
                + addresses.path("repository").asText() + ".");
        return new CommunitySteps(auralis, story, new Community(addresses));
    }

    SimulationReport simulate(Demo.Settings settings, RecordingType type, Clock clock, PrintWriter err)
            throws IOException {
        story.step(
                settings.listeners() + " simulated listeners rate and share for a month, each with a taste of his own");
        Crowd crowd = new Crowd(
                Population.ofBassLovers(),
                type,
                YearMonth.now(clock.withZone(ZoneOffset.UTC)),
                settings.seed(),
                settings.tracks());
        double begun = story.seconds();
        List<ListenerOutcome> outcomes;
        try (TemporaryHomes homes = TemporaryHomes.open();
                CountLine progress = new CountLine(err, settings.listeners(), System.console() != null)) {
            outcomes = crowd.run(
                    settings.listeners(), ServerAddress.parse(community.ingest()), homes.folder(), clock, progress);
        }
        SimulationReport report = SimulationReport.of(crowd, outcomes, story.seconds() - begun);
        if (report.accepted() < report.listeners()) {
            throw new SimulationException(report.listeners() - report.accepted() + " reports were not taken: "
                    + String.join("; ", report.problems()));
        }
        SimulationReport.Figures truth = report.of(Demo.WISH);
        story.say(String.format(
                Locale.ROOT,
                "%d reports sent. Hidden from the program: the %d with neutral gear want %+.2f dB of %s on average.",
                report.accepted(),
                report.neutral(),
                truth.trueMean(),
                Demo.WISH.key()));
        return report;
    }

    /**
     * Waits until so many reports are counted.
     *
     * @return how many are
     */
    long count(long sent) {
        long reports = community.awaitReports(sent).path("reports").asLong();
        story.say(reports + " reports are in the cohort statistics, each contributor once.");
        return reports;
    }

    String derive(RecordingType type) {
        story.step("The aggregator derives candidates from private figures");
        JsonNode derived = community.derive();
        String candidate = "";
        for (JsonNode one : derived.path("candidates")) {
            JsonNode change = one.path("change");
            boolean sought = change.path("kind").asText().equals("parameter-step")
                    && change.path("recordingType").asText().equals(type.name())
                    && change.path("dimension").asText().equals(Demo.WISH.key());
            if (sought) candidate = one.path("id").asText();
            else story.say("Also proposed, left for later: " + one.path("id").asText());
        }
        if (candidate.isEmpty()) {
            throw new SimulationException("No candidate for " + Demo.WISH.key() + " of " + type + " came out; reasons: "
                    + derived.path("refusedCells") + ".");
        }
        story.command("auralis maintainer candidates show " + candidate);
        story.say(evidence(auralis.run(line -> {}, "maintainer", "candidates", "show", candidate)));
        return candidate;
    }

    void release(String candidate) {
        story.step("A maintainer, signed in with his password, approves and releases");
        String reason = "Clear wish, and the held-out contributors agree.";
        story.command("auralis maintainer candidates approve " + candidate + " --reason \"" + reason + "\"");
        story.say(auralis.run(line -> {}, "maintainer", "candidates", "approve", candidate, "--reason", reason));
        String summary = "A little more bass, as the community asked.";
        story.command("auralis maintainer release --candidate " + candidate + " --summary \"" + summary + "\"");
        story.say(auralis.run(line -> {}, "maintainer", "release", "--candidate", candidate, "--summary", summary));
    }

    /** The evidence without the long lines: the plot and the method are for the maintainer's own screen. */
    private static String evidence(String shown) {
        return shown.lines()
                .takeWhile(line -> !line.startsWith("Contributors by wish"))
                .filter(line -> !line.startsWith("Method"))
                .reduce((text, line) -> text + "\n" + line)
                .orElse("")
                .strip();
    }
}
