package io.auralis.simulator.demo;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.simulator.SimulationException;
import io.auralis.simulator.SimulationReport;
import io.auralis.simulator.listener.Population;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The loop: a listener's song and taste, a community's reports, a candidate, a release, and the same song again. Each step
 * is a command of the project, or says what stands in for one.
 */
final class Demo {
    /** The population's wish, of which {@link Population#ofBassLovers} holds the hidden truth. */
    static final TasteDimension WISH = TasteDimension.BASS;

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
        CommunitySteps community = CommunitySteps.bringUp(auralis, story);
        ListenerSteps listener = new ListenerSteps(auralis, folder, story);
        List<Mastered> before = listener.master(settings.music().isEmpty() ? listener.houseBand() : settings.music());
        Mastered favourite = favourite(before);
        listener.rate(before, favourite);
        int own = listener.share();
        RecordingType type = favourite.type() == RecordingType.UNKNOWN ? RecordingType.METAL : favourite.type();
        SimulationReport crowd = community.simulate(settings, type, clock, err);
        long reports = community.count((long) crowd.accepted() + own);
        String candidate = community.derive(type);
        String from = listener.model();
        double asked = listener.asked(type);
        community.release(candidate);
        listener.update();
        double released = round(listener.asked(type) - asked);
        double planned = round(listener.masterAgain(favourite, released));
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
                listener.model(),
                released,
                planned,
                round(Math.abs(truth.trueMean() - released)),
                story.seconds(),
                "");
    }

    /** The song that the change will be shown with: the first that is of a type the base model knows. */
    private static Mastered favourite(List<Mastered> songs) {
        return songs.stream()
                .filter(song -> song.type() != RecordingType.UNKNOWN)
                .findFirst()
                .orElse(songs.get(0));
    }

    private static double round(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
