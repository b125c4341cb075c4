package io.auralis.agent.cli;

import io.auralis.agent.models.ModelRefusedException;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.models.Recalibration;
import io.auralis.agent.models.UpdateOutcome;
import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis model recalibrate}: keeps a draft, as a model of the listener's own. */
@Command(
        name = "recalibrate",
        description = "Make a model of your own: the base model in force, and a profile drafted from your library.",
        footer = {
            "",
            "The new model must answer every labelled case right that the old one does, else it is refused and the case"
                    + " named. It is never signed and never shared: while it is in force no report is drawn. Go back with"
                    + " auralis model rollback.",
            "",
            "Example: auralis model recalibrate --from library"
        })
final class ModelRecalibrateCommand implements Callable<Integer> {
    /** As on the command line. */
    enum From {
        library
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--from", paramLabel = "library", required = true, description = "Where the profile is from.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private From from;

    @Option(
            names = "--draft",
            paramLabel = "NAME",
            defaultValue = Draft.DEFAULT_NAME,
            description = "Which draft; default: ${DEFAULT-VALUE}, made now if there is none.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    ModelRecalibrateCommand(Session session) {
        this.session = session;
    }

    /**
     * What {@code --json} prints.
     *
     * @param model the new model's version
     * @param profile the id of the profile that it has more
     * @param cases the labelled cases that it was held to
     * @param change as {@code model update} prints it
     */
    record View(String model, String profile, int cases, ModelChange change) {}

    @Override
    public Integer call() throws ModelRefusedException {
        ModelStore store = new ModelStore(session.home());
        Drafts drafts = new Drafts(session.home());
        Draft draft = drafts.has(name) ? drafts.get(name) : LibrarySignature.draft(session, store, name);
        List<RecordingProfile> own = new ArrayList<>(store.ownProfiles());
        own.add(draft.profile());
        ProfileBundle before = store.active();
        Recalibration made = Recalibration.of(
                store.activeReleased(),
                own,
                store.nextOwnNumber(),
                "Your own profile " + draft.profile().id() + ".");
        store.keep(made);
        ModelChange change =
                ModelChange.settle(new UpdateOutcome.Changed(before, store.active(), false, null), session);
        View view = new View(
                made.bundle().model().version().toString(), draft.profile().id(), made.cases(), change);
        if (output.json) {
            Output.printJson(session.out(), view);
        } else {
            change.lines().forEach(session.out()::println);
            session.out().println("Held to " + made.cases() + " labelled cases: none is broken.");
        }
        return ExitCode.OK;
    }
}
