package io.auralis.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.simulator.CountLine;
import io.auralis.simulator.SimulationException;
import io.auralis.simulator.SimulationReport;
import io.auralis.simulator.listener.Crowd;
import io.auralis.simulator.listener.ListenerOutcome;
import io.auralis.simulator.listener.Population;
import io.auralis.simulator.listener.TemporaryHomes;
import io.auralis.simulator.music.Piece;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The loop, step by step: a listener's song and taste, a community's reports, a candidate, a release, and the same song
 * again. Each step is a command of the project, or says what stands in for one.
 */
final class Demo {
    /** The population's wish, of which {@link Population#ofBassLovers} holds the hidden truth. */
    private static final TasteDimension WISH = TasteDimension.BASS;

    /** The demo's own listener wants something else, so that his part and the community's stay apart in the plan. */
    private static final List<String> COMMENTS = List.of(
            "less treble",
            "",
            "less treble please",
            "a bit less treble",
            "less treble",
            "less treble",
            "too much treble",
            "less treble",
            "",
            "less treble");

    private static final int STARS = 3;
    private static final int STARS_WITHOUT_A_WORD = 4;

    private final Commands auralis;
    private final DemoFolder folder;
    private final Story story;
    private final Clock clock;
    private final PrintWriter err;
    private final Settings settings;

    /**
     * @param listeners simulated
     * @param tracks each rates
     * @param music songs to master; empty for those of the house band
     */
    record Settings(int listeners, int tracks, long seed, List<Path> music) {
        Settings {
            music = List.copyOf(music);
        }
    }

    Demo(Commands auralis, DemoFolder folder, Story story, Clock clock, PrintWriter err, Settings settings) {
        this.auralis = auralis;
        this.folder = folder;
        this.story = story;
        this.clock = clock;
        this.err = err;
        this.settings = settings;
    }

    /** @throws SimulationException with a sentence, when a step does not come about */
    DemoSummary run() throws IOException {
        Community community = bringUp();
        List<Mastered> before = master(songs(), 1);
        Mastered favourite = favourite(before);
        rate(before, favourite);
        int own = share();
        RecordingType type = favourite.type() == RecordingType.UNKNOWN ? RecordingType.METAL : favourite.type();
        SimulationReport crowd = simulate(community, type);
        long reports = community
                .awaitReports((long) crowd.accepted() + own)
                .path("reports")
                .asLong();
        story.say(reports + " reports are in the cohort statistics, each contributor once.");
        String candidate = derive(community, type);
        String from = model();
        double asked = asked(type);
        release(candidate);
        update();
        double released = round(asked(type) - asked);
        double planned = masterAgain(favourite, released);
        SimulationReport.Figures truth = crowd.of(WISH);
        return new DemoSummary(
                DemoSummary.isOk(truth.trueMean(), released, planned),
                crowd.listeners(),
                reports,
                type,
                WISH,
                truth.trueMean(),
                truth.learnedMean(),
                candidate,
                from,
                model(),
                released,
                planned,
                round(Math.abs(truth.trueMean() - released)),
                story.seconds(),
                "");
    }

    private Community bringUp() {
        story.step("A community of its own: PostgreSQL, Kafka and the three services, without containers");
        story.command("auralis community up");
        JsonNode addresses = auralis.json(story::say, "community", "up");
        story.say("Reports go to " + addresses.path("ingest").asText() + ", signed base models come from "
                + addresses.path("repository").asText() + ".");
        return new Community(addresses);
    }

    private List<Path> songs() {
        if (!settings.music().isEmpty()) return settings.music();
        story.step("Music: the program's own house band plays");
        List<Path> songs = Arrays.stream(Piece.values())
                .map(piece -> piece.render(folder.music()))
                .toList();
        songs.forEach(song -> story.say(song.toString()));
        return songs;
    }

    private List<Mastered> master(List<Path> songs, int round) {
        story.step("A listener with an empty home masters " + (songs.size() == 1 ? "a song" : "songs"));
        List<Mastered> all = new ArrayList<>();
        for (Path song : songs) {
            Mastered mastered = master(song, round);
            story.say(mastered.inWords());
            all.add(mastered);
        }
        return all;
    }

    private Mastered master(Path song, int round) {
        Path output = folder.master(song, round);
        story.command(
                "auralis master " + Commands.shown(List.of(song.getFileName().toString())));
        return new Mastered(song, auralis.json("master", song.toString(), "--output", output.toString()));
    }

    /** The song that the change will be shown with: the first that is of a type the base model knows. */
    private static Mastered favourite(List<Mastered> songs) {
        return songs.stream()
                .filter(song -> song.type() != RecordingType.UNKNOWN)
                .findFirst()
                .orElse(songs.get(0));
    }

    private void rate(List<Mastered> songs, Mastered favourite) {
        story.step("He rates, five seconds each; nothing is analysed again");
        for (int number = 0; number < COMMENTS.size(); number++) {
            // A summary needs five ratings of one kind of music, so most are of one song.
            Mastered song = number % 5 < 3 ? favourite : songs.get(number % songs.size());
            String comment = COMMENTS.get(number);
            int stars = comment.isEmpty() ? STARS_WITHOUT_A_WORD : STARS;
            story.command("auralis rate-track "
                    + Commands.shown(List.of(song.name(), "--rating", "" + stars, "--comment", comment)));
            JsonNode rated =
                    auralis.json("rate-track", song.song().toString(), "--rating", "" + stars, "--comment", comment);
            JsonNode made = rated.path("newVersion");
            if (!made.isMissingNode() && !made.isNull()) {
                story.say("-> personal profile " + rated.path("profileVersion").asText());
            }
        }
        story.command("auralis profile show");
        story.say(auralis.run(line -> {}, "profile", "show"));
        if (auralis.json("profile", "show").path("deltas").isEmpty()) {
            throw new SimulationException("Ten ratings moved nothing in the personal profile.");
        }
    }

    /** @return how many reports he sent */
    private int share() {
        story.step("He opts in; the preview is byte for byte what is then sent");
        story.command("auralis enable-sharing");
        auralis.run(line -> {}, "enable-sharing");
        story.command("auralis share preview");
        story.say(wrapped(auralis.run(line -> {}, "share", "preview")));
        story.command("auralis share now");
        JsonNode sent = auralis.json("share", "now");
        int accepted = sent.path("accepted").size();
        if (accepted == 0) throw new SimulationException("No report was accepted.");
        story.say(accepted + (accepted == 1 ? " report was" : " reports were")
                + " accepted: the broker's in-sync replicas have it.");
        return accepted;
    }

    private SimulationReport simulate(Community community, RecordingType type) throws IOException {
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
        SimulationReport.Figures truth = report.of(WISH);
        story.say(String.format(
                Locale.ROOT,
                "%d reports sent. Hidden from the program: the %d with neutral gear want %+.2f dB of %s on average.",
                report.accepted(),
                report.neutral(),
                truth.trueMean(),
                WISH.key()));
        return report;
    }

    private String derive(Community community, RecordingType type) {
        story.step("The aggregator derives candidates from private figures");
        JsonNode derived = community.derive();
        String candidate = "";
        for (JsonNode one : derived.path("candidates")) {
            JsonNode change = one.path("change");
            boolean sought = change.path("kind").asText().equals("parameter-step")
                    && change.path("recordingType").asText().equals(type.name())
                    && change.path("dimension").asText().equals(WISH.key());
            if (sought) candidate = one.path("id").asText();
            else story.say("Also proposed, left for later: " + one.path("id").asText());
        }
        if (candidate.isEmpty()) {
            throw new SimulationException("No candidate for " + WISH.key() + " of " + type + " came out; reasons: "
                    + derived.path("refusedCells") + ".");
        }
        story.command("auralis maintainer candidates show " + candidate);
        story.say(evidence(auralis.run(line -> {}, "maintainer", "candidates", "show", candidate)));
        return candidate;
    }

    private void release(String candidate) {
        story.step("A maintainer, signed in with his password, approves and releases");
        String reason = "Clear wish, and the held-out contributors agree.";
        story.command("auralis maintainer candidates approve " + candidate + " --reason \"" + reason + "\"");
        story.say(auralis.run(line -> {}, "maintainer", "candidates", "approve", candidate, "--reason", reason));
        String summary = "A little more bass, as the community asked.";
        story.command("auralis maintainer release --candidate " + candidate + " --summary \"" + summary + "\"");
        story.say(auralis.run(line -> {}, "maintainer", "release", "--candidate", candidate, "--summary", summary));
    }

    private void update() {
        story.step("The listener's agent fetches the signed model, verifies it, and puts it in force");
        String before = model();
        story.command("auralis model update");
        story.say(auralis.run(line -> {}, "model", "update"));
        if (model().equals(before)) throw new SimulationException("The agent still has base model " + before + ".");
    }

    /** @return how far the plan's base part moved */
    private double masterAgain(Mastered before, double released) {
        story.step("The same song again");
        Mastered after = master(before.song(), 2);
        story.say("before: " + before.parts(WISH.key()));
        story.say("now:    " + after.parts(WISH.key()));
        story.say("why:    " + after.reason(WISH.key()));
        story.say("treble: " + before.parts("treble") + "; now " + after.parts("treble"));
        if (before.type() == RecordingType.UNKNOWN) {
            // A song between the types takes its share of the change only; then the model itself is the witness.
            story.say("This song is of no known type, so it takes its nearest profiles' share of the change.");
            return released;
        }
        return round(after.planned(WISH.key(), "base") - before.planned(WISH.key(), "base"));
    }

    /** Version of the base model in the listener's home. */
    private String model() {
        return auralis.json("model", "show").path("model").path("version").asText();
    }

    /** What the model in force asks of the bass for a type. */
    private double asked(RecordingType type) {
        for (JsonNode profile : auralis.json("model", "show").path("model").path("profiles")) {
            if (profile.path("family").asText().equals(type.name())) {
                return profile.path("parameters")
                        .path("toneDb")
                        .path(WISH.key())
                        .asDouble();
            }
        }
        throw new SimulationException("The base model knows no " + type + ".");
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

    private static String wrapped(String text) {
        return text.strip().replaceAll("(.{100})", "$1\n");
    }

    private static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
