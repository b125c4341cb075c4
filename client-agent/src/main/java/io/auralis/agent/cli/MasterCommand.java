package io.auralis.agent.cli;

import io.auralis.agent.home.HomeLock;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.engine.mastering.Decided;
import io.auralis.engine.mastering.MasteringOptions;
import io.auralis.engine.mastering.OutputChoice;
import io.auralis.engine.media.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auralis master}: hears a track, decides, masters it beside the original, and says what was done and why. */
@Command(
        name = "master",
        description = "Master a track; the original stays as it is.",
        footer = {"", "Example: auralis master \"Wish You Were Here.flac\" --json"})
final class MasterCommand implements Callable<Integer> {
    /** The extensions that can be written. */
    enum Format {
        flac,
        wav,
        aiff,
        wv,
        m4a,
        mp3,
        opus
    }

    /** The codings of which an .m4a file holds one. */
    enum Codec {
        aac(OutputFormat.AAC),
        alac(OutputFormat.ALAC);

        private final OutputFormat format;

        Codec(OutputFormat format) {
            this.format = format;
        }
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..1",
            description = "A FLAC, WAV, AIFF, WavPack, MP3, Ogg, Opus or M4A file.")
    private @Nullable Path input;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to; default: \"<name> (Auralis)\" beside it.")
    private @Nullable Path chosenOutput;

    @Option(
            names = "--format",
            paramLabel = "EXTENSION",
            description = "Of the default output: ${COMPLETION-CANDIDATES}; default: flac.")
    private Format format = Format.flac;

    @Option(
            names = "--codec",
            paramLabel = "CODEC",
            description = "Of an .m4a file: ${COMPLETION-CANDIDATES}; default: aac.")
    private @Nullable Codec codec;

    @Option(
            names = "--bitrate",
            paramLabel = "KBPS",
            description = "Of a lossy file, kbit/s; default: MP3 320, AAC 256, Opus 160.")
    private @Nullable Integer bitRate;

    @Option(
            names = "--bits",
            paramLabel = "16|24",
            description = "Bits per sample of a lossless file; default: as the input, or 24.")
    private @Nullable Integer bits;

    @Mixin
    private final WishOptions wishOptions = new WishOptions();

    @Option(names = "--dry-run", description = "Only say what would be done; nothing is written.")
    private boolean dryRun;

    @Option(names = "--model", paramLabel = "VERSION", description = "Another base model than the one in force.")
    private @Nullable String model;

    @Option(names = "--no-personal", description = "Without your personal layer.")
    private boolean impersonal;

    @Option(names = "--force", description = "Overwrite the output file if there is one.")
    private boolean force;

    MasterCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (wishOptions.listsPresets()) {
            listPresets();
            return ExitCode.OK;
        }
        Path input = input();
        Path target = target(input);
        if (!force && !dryRun && Files.exists(target)) {
            throw new IllegalArgumentException(target + " is there already; add --force to overwrite it.");
        }
        OutputChoice choice = new OutputChoice(
                optional(bits), Optional.ofNullable(codec).map(chosen -> chosen.format), optional(bitRate));
        MasteringOptions options = new MasteringOptions(wishOptions.wishes(), choice);
        if (!dryRun) {
            // Before an hour of music is worked on: a home that cannot keep the job is found out now.
            HomeLock.acquire(session.home()).close();
        }
        ModelStore store = store();
        PersonalLayer layer = new PersonalLayer(session.home(), session.clock(), store);
        BaseModel base = store.active().model();
        TrackMastering mastering = new TrackMastering(session, base, layer, impersonal, options);
        if (dryRun) {
            decide(mastering, input, target, base);
        } else {
            master(mastering, input, target, base);
        }
        return ExitCode.OK;
    }

    private void master(TrackMastering mastering, Path input, Path target, BaseModel base) {
        TrackMastering.Done done;
        try (ProgressBar progress = new ProgressBar(session)) {
            done = mastering.master(input, target, progress);
        }
        if (output.json) {
            Output.printJson(session.out(), MasterView.of(done.report(), done.job()));
        } else {
            MasterText.lines(done.report(), base).forEach(session.out()::println);
        }
    }

    private void decide(TrackMastering mastering, Path input, Path target, BaseModel base) {
        Decided decided;
        try (ProgressBar progress = new ProgressBar(session)) {
            decided = mastering.decide(input, target, progress);
        }
        if (output.json) {
            Output.printJson(session.out(), PlanView.of(decided, target));
        } else {
            MasterText.lines(decided, target, base).forEach(session.out()::println);
        }
    }

    private void listPresets() {
        if (output.json) {
            Output.printJson(session.out(), PresetView.all());
        } else {
            PresetView.lines().forEach(session.out()::println);
        }
    }

    private Path input() {
        if (input == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required parameter: 'INPUT'");
        }
        return input;
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private ModelStore store() {
        ModelStore store = new ModelStore(session.home());
        if (model != null) {
            return store.choosing(SemanticVersion.parse(model));
        }
        String note = store.selection().note();
        if (note != null) {
            session.err().println("auralis: note: " + note);
        }
        return store;
    }

    private Path target(Path input) {
        if (chosenOutput != null) {
            return chosenOutput;
        }
        String name = String.valueOf(input.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return input.resolveSibling(stem + " (Auralis)." + format.name().toLowerCase(Locale.ROOT));
    }
}
