package io.auralis.agent.cli;

import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.basemodel.ToneDb;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis model show}. */
@Command(
        name = "show",
        description = "Show a base model: its profiles, what it asks of the chain, and where that comes from.",
        footer = {"", "Example: auralis model show 1.0.0"})
final class ModelShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "VERSION", arity = "0..1", description = "The model; default: the one in force.")
    private @Nullable String version;

    ModelShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelStore store = new ModelStore(session.home());
        ProfileBundle bundle = version == null ? store.active() : store.load(SemanticVersion.parseAny(version));
        if (output.json) {
            Output.printJson(session.out(), bundle);
            return ExitCode.OK;
        }
        session.out()
                .println("Base model " + bundle.model().version() + ", threshold "
                        + bundle.model().threshold());
        bundle.changelog().forEach(change -> session.out().println("  " + change));
        if (!bundle.provenance().note().isEmpty()) {
            session.out().println("  " + bundle.provenance().note());
        }
        bundle.model().profiles().forEach(this::print);
        return ExitCode.OK;
    }

    private void print(RecordingProfile profile) {
        MasteringParameters asked = profile.parameters();
        ToneDb tone = asked.toneDb();
        session.out().println();
        session.out()
                .println(profile.id() + " (" + profile.family() + ", "
                        + profile.philosophy().name().toLowerCase(Locale.ROOT) + ", "
                        + profile.rules().size()
                        + " rules)");
        session.out()
                .println(String.format(
                        Locale.ROOT,
                        "  tone dB: bass %+.1f, low-mid %+.1f, mid %+.1f, treble %+.1f, air %+.1f",
                        tone.bass(),
                        tone.lowMid(),
                        tone.mid(),
                        tone.treble(),
                        tone.air()));
        session.out()
                .println(String.format(
                        Locale.ROOT,
                        "  width %.2f (%s), crest %.1f dB, loudness %.1f LUFS, ceiling %.1f dBTP",
                        asked.stereoWidthTarget(),
                        asked.stereoStrategy().name().toLowerCase(Locale.ROOT),
                        asked.crestTargetDb(),
                        asked.loudnessTargetLufs(),
                        asked.ceilingDbtp()));
        session.out().println("  " + profile.provenance());
    }
}
