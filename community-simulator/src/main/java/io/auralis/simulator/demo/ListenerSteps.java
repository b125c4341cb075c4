package io.auralis.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.simulator.SimulationException;
import io.auralis.simulator.music.Piece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the demo's own listener does: masters, rates, shares, updates, and masters again. */
final class ListenerSteps {
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

    ListenerSteps(Commands auralis, DemoFolder folder, Story story) {
        this.auralis = auralis;
        this.folder = folder;
        this.story = story;
    }

    /** Renders songs for a listener who brought none. */
    List<Path> houseBand() {
        story.step("Music: the program's own house band plays");
        List<Path> songs = Arrays.stream(Piece.values())
                .map(piece -> piece.render(folder.music()))
                .toList();
        songs.forEach(song -> story.say(song.toString()));
        return songs;
    }

    List<Mastered> master(List<Path> songs) {
        story.step("A listener with an empty home masters " + (songs.size() == 1 ? "a song" : "songs"));
        List<Mastered> all = new ArrayList<>();
        for (Path song : songs) {
            Mastered mastered = master(song, 1);
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

    void rate(List<Mastered> songs, Mastered favourite) {
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
    int share() {
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

    void update() {
        story.step("The listener's agent fetches the signed model, verifies it, and puts it in force");
        String before = model();
        story.command("auralis model update");
        story.say(auralis.run(line -> {}, "model", "update"));
        if (model().equals(before)) throw new SimulationException("The agent still has base model " + before + ".");
    }

    /** @return how far the plan's base part moved */
    double masterAgain(Mastered before, double released) {
        story.step("The same song again");
        Mastered after = master(before.song(), 2);
        story.say("before: " + before.parts(Demo.WISH.key()));
        story.say("now:    " + after.parts(Demo.WISH.key()));
        story.say("why:    " + after.reason(Demo.WISH.key()));
        story.say("treble: " + before.parts("treble") + "; now " + after.parts("treble"));
        if (before.type() == RecordingType.UNKNOWN) {
            // A song between the types takes its share of the change only; then the model itself is the witness.
            story.say("This song is of no known type, so it takes its nearest profiles' share of the change.");
            return released;
        }
        return after.planned(Demo.WISH.key(), "base") - before.planned(Demo.WISH.key(), "base");
    }

    /** Version of the base model in the listener's home. */
    String model() {
        return auralis.json("model", "show").path("model").path("version").asText();
    }

    /** What the model in force asks of the bass for a type. */
    double asked(RecordingType type) {
        for (JsonNode profile : auralis.json("model", "show").path("model").path("profiles")) {
            if (profile.path("family").asText().equals(type.name())) {
                return profile.path("parameters")
                        .path("toneDb")
                        .path(Demo.WISH.key())
                        .asDouble();
            }
        }
        throw new SimulationException("The base model knows no " + type + ".");
    }

    private static String wrapped(String text) {
        return text.strip().replaceAll("(.{100})", "$1\n");
    }
}
