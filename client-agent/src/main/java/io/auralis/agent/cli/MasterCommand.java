package io.auralis.agent.cli;

import io.auralis.agent.history.FileHash;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.history.JobId;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.home.Settings;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.mastering.Dither;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.mastering.MasteringOptions;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.mastering.OutputChoice;
import io.auralis.engine.mastering.Phase;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.PlannedParameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    /** What the equaliser does to time. */
    enum ChosenPhase {
        minimum(Phase.MINIMUM),
        linear(Phase.LINEAR);

        private final Phase phase;

        ChosenPhase(Phase phase) {
            this.phase = phase;
        }
    }

    /** How a lossless file's samples are brought to its bits. */
    enum ChosenDither {
        tpdf(Dither.TPDF),
        shaped(Dither.SHAPED),
        none(Dither.NONE);

        private final Dither dither;

        ChosenDither(Dither dither) {
            this.dither = dither;
        }
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "INPUT", description = "A FLAC, WAV, AIFF, WavPack, MP3, Ogg, Opus or M4A file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path input;

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

    @Option(
            names = "--dither",
            paramLabel = "KIND",
            description = "Of a lossless file: ${COMPLETION-CANDIDATES}; default: tpdf.")
    private @Nullable ChosenDither dither;

    @Option(
            names = "--phase",
            paramLabel = "KIND",
            description = "Of the tone equaliser: ${COMPLETION-CANDIDATES}; default: minimum.")
    private ChosenPhase phase = ChosenPhase.minimum;

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
        Path target = target();
        if (!force && Files.exists(target)) {
            throw new IllegalArgumentException(target + " is there already; add --force to overwrite it.");
        }
        // Before an hour of music is worked on: a home that cannot keep the job is found out now.
        HomeLock.acquire(session.home()).close();
        // It starts while the model and the personal layer are read.
        try (ContainedDecoder decoder = new ContainedDecoder()) {
            return master(target, decoder);
        }
    }

    private int master(Path target, ContainedDecoder decoder) {
        ModelStore store = store();
        PersonalLayer layer = new PersonalLayer(session.home(), session.clock(), store);
        PersonalTaste taste = impersonal ? PersonalTaste.NONE : layer::partsFor;
        OutputChoice choice = new OutputChoice(
                optional(bits),
                Optional.ofNullable(codec).map(chosen -> chosen.format),
                optional(bitRate),
                Optional.ofNullable(dither).map(chosen -> chosen.dither));
        MasteringOptions options = new MasteringOptions(MasteringOptions.DEFAULT.amount(), phase.phase, choice);
        BaseModel base = store.active().model();
        MasteringReport report;
        try (ProgressBar progress = new ProgressBar(session)) {
            report = new Masterer(decoder).master(input, target, options, base, taste, progress);
        }
        Job job = job(report, base.version(), impersonal ? "" : layer.current().version());
        new JobHistory(session.home()).record(job);
        if (output.json) {
            Output.printJson(session.out(), MasterView.of(report, job.id()));
        } else {
            MasterText.lines(report, base).forEach(session.out()::println);
        }
        return ExitCode.OK;
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

    private Path target() {
        if (chosenOutput != null) {
            return chosenOutput;
        }
        String name = String.valueOf(input.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return input.resolveSibling(stem + " (Auralis)." + format.name().toLowerCase(Locale.ROOT));
    }

    private Job job(MasteringReport report, SemanticVersion base, String personalVersion) {
        Settings settings = new Settings(session.home());
        return new Job(
                JobId.next(session.clock().instant()),
                session.clock().instant(),
                String.valueOf(input.getFileName()),
                FileHash.of(input),
                FileHash.of(report.output()),
                base,
                personalVersion,
                settings.gear(),
                settings.hearing(),
                report.detection().type(),
                report.detection().profile(),
                report.detection().confidence(),
                applied(report),
                report.fingerprint());
    }

    private static Map<TasteDimension, Job.Applied> applied(MasteringReport report) {
        Map<TasteDimension, Job.Applied> applied = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            PlannedParameter parameter = report.plan().parameter(dimension.key());
            applied.put(dimension, new Job.Applied(parameter.base(), parameter.personal(), parameter.finalValue()));
        }
        return applied;
    }
}
