package io.auralis.agent.cli;

import io.auralis.agent.personal.OwnWord;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.ProfileVersion;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis update-profile}: the listener's own word, which outweighs what was concluded from him. */
@Command(
        name = "update-profile",
        description = "Set parts of your profile by hand, for one kind of recording, with the gear in use.",
        footer = {
            "",
            "A value is what is added to the base model. It is refused if your own ratings and auditions ask "
                    + "for the opposite or would be met worse, or if it pushes the plan of one of the model's labelled "
                    + "cases beyond what is legal, unless you insist.",
            "",
            "Example: auralis update-profile studio --bass 1.8 --reason \"new room\""
        })
final class UpdateProfileCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "TYPE", description = "studio, metal, bootleg or unknown.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String type;

    @Option(names = "--bass", paramLabel = "DB", description = "-6 to 6.")
    private @Nullable Double bass;

    @Option(names = "--low-mid", paramLabel = "DB", description = "-6 to 6.")
    private @Nullable Double lowMid;

    @Option(names = "--mid", paramLabel = "DB", description = "-6 to 6.")
    private @Nullable Double mid;

    @Option(names = "--treble", paramLabel = "DB", description = "-6 to 6.")
    private @Nullable Double treble;

    @Option(names = "--air", paramLabel = "DB", description = "-6 to 6.")
    private @Nullable Double air;

    @Option(names = "--width", paramLabel = "SHARE", description = "Share of side energy, -0.2 to 0.2.")
    private @Nullable Double width;

    @Option(names = "--loudness", paramLabel = "LU", description = "-6 to 6.")
    private @Nullable Double loudness;

    @Option(names = "--punch", paramLabel = "DB", description = "Crest factor, -6 to 6.")
    private @Nullable Double punch;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why; kept in the history for good.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Option(names = "--force", description = "Insist nevertheless.")
    private boolean force;

    UpdateProfileCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RecordingType recordingType = RecordingTypes.parse(type);
        Map<TasteDimension, Double> values = values();
        PersonalLayer layer = session.personalLayer();
        OwnWord ownWord = new OwnWord(session.home(), layer);
        if (!force) {
            ownWord.objection(recordingType, values).ifPresent(objection -> {
                throw new RefusedException("That is " + objection + ", so nothing was changed; add --force to insist.");
            });
        }
        ProfileVersion made = ownWord.set(recordingType, values, reason);
        if (output.json) {
            Output.printJson(session.out(), ProfileView.Version.of(made));
        } else {
            session.out().println("New profile version " + made.reason());
        }
        return ExitCode.OK;
    }

    private Map<TasteDimension, Double> values() {
        Map<TasteDimension, Double> values = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            Double value = switch (dimension) {
                case BASS -> bass;
                case LOW_MID -> lowMid;
                case MID -> mid;
                case TREBLE -> treble;
                case AIR -> air;
                case WIDTH -> width;
                case LOUDNESS -> loudness;
                case PUNCH -> punch;
            };
            if (value != null) {
                values.put(dimension, value);
            }
        }
        return values;
    }
}
