package io.auralis.agent.cli;

import io.auralis.agent.personal.Explanation;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.PersonalProfile;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis profile show}. */
@Command(
        name = "show",
        description = "Show what is changed on your behalf with the gear in use, and on what evidence.",
        footer = {"", "Example: auralis profile show --why bass --type studio"})
final class ProfileShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--why",
            paramLabel = "PART",
            description = "List the ratings and auditions behind one part: bass, low-mid, mid, treble, air, width, "
                    + "loudness or punch.")
    private @Nullable String why;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "With --why: studio, metal, bootleg or unknown; default: all that have something to say.")
    private @Nullable String type;

    ProfileShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalLayer layer = session.personalLayer();
        PersonalProfile profile = layer.current();
        if (why != null) {
            return explain(layer, TasteDimension.parse(why.replace('-', '_')));
        }
        if (type != null) {
            throw new IllegalArgumentException("--type says of what kind of recording --why asks; add --why PART.");
        }
        ProfileView view = ProfileView.of(profile, layer.ratings(profile.gear()).size());
        if (output.json) {
            Output.printJson(session.out(), view);
        } else {
            view.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }

    private int explain(PersonalLayer layer, TasteDimension dimension) {
        List<Explanation> explanations = Arrays.stream(RecordingType.values())
                .filter(one -> type == null || one == RecordingTypes.parse(type))
                .map(one -> layer.why(one, dimension))
                .filter(one -> type != null
                        || one.value() != 0
                        || one.pieces().stream().anyMatch(piece -> piece.type() == one.type()))
                .toList();
        if (output.json) {
            Output.printJson(session.out(), explanations);
        } else if (explanations.isEmpty()) {
            session.out().println("Nothing was said about the " + Words.name(dimension) + " yet.");
        } else {
            explanations.forEach(one -> WhyView.lines(one).forEach(session.out()::println));
        }
        return ExitCode.OK;
    }
}
