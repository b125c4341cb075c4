package io.auralis.agent.cli;

import io.auralis.agent.models.ModelStore;
import io.auralis.agent.signature.Characterization;
import io.auralis.agent.signature.Draft;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis library characterize}: what the library is like, beside every profile, and a draft of one that fits. */
@Command(
        name = "characterize",
        description = "Show the library's signature beside every profile, and draft a profile of its own.",
        footer = {
            "",
            "The draft is of the tracks that lie densest. Try it: auralis master song.flac --profile NAME. Keep it:"
                    + " auralis model recalibrate --from library --draft NAME. See auralis library draft --help.",
            "",
            "Example: auralis library characterize --name bright-and-narrow"
        })
final class LibraryCharacterizeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = Draft.DEFAULT_NAME,
            description = "What to call the draft; one of that name is replaced. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--model",
            paramLabel = "VERSION",
            description = "Beside another base model than the released one in force.")
    private @Nullable String version;

    LibraryCharacterizeCommand(Session session) {
        this.session = session;
    }

    /**
     * What {@code --json} prints: the characterization, and the draft where there is one.
     *
     * @param model the base model's version
     */
    record View(
            String model,
            Characterization signature,
            @Nullable DraftView draft) {}

    @Override
    public Integer call() {
        Draft.requireName(name);
        ModelStore store = new ModelStore(session.home());
        BaseModel model =
                (version == null ? store.activeReleased() : store.load(SemanticVersion.parse(version))).model();
        Characterization signature = LibrarySignature.of(session, model);
        Draft draft = LibrarySignature.keep(session, signature, model, name).orElse(null);
        if (output.json) {
            Output.printJson(
                    session.out(),
                    new View(model.version().toString(), signature, draft == null ? null : DraftView.of(draft)));
        } else {
            CharacterizationText.lines(signature, model, draft).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
