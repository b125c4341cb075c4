package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchFiles;
import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.batch.BatchLock;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.report.ReportFile;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.mastering.Decided;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.mastering.MasteringOptions;
import io.auralis.engine.media.Leftovers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "A FLAC, WAV, AIFF, WavPack, MP3, Ogg, Opus or M4A file; several, or folders, are a batch.")
    private List<Path> inputs = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "Where to; default: \"<name> (Auralis)\" beside it.")
    private @Nullable Path chosenOutput;

    @Mixin
    private final OutputOptions outputOptions = new OutputOptions();

    @Mixin
    private final WishOptions wishOptions = new WishOptions();

    @Mixin
    private final ReferenceOptions referenceOptions = new ReferenceOptions();

    @Mixin
    private final BatchOptions batchOptions = new BatchOptions();

    @Mixin
    private final ReportOptions reportOptions = new ReportOptions();

    @Option(names = "--dry-run", description = "Only say what would be done; nothing is written.")
    private boolean dryRun;

    @Option(names = "--model", paramLabel = "VERSION", description = "Another base model than the one in force.")
    private @Nullable String model;

    @Mixin
    private final DraftOption draftOption = new DraftOption();

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
        referenceOptions.require();
        if (dryRun && reportOptions.wanted()) {
            throw new IllegalArgumentException("--report is of what was done, and --dry-run does nothing.");
        }
        if (inputs.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing required parameter: 'INPUT'");
        }
        MasteringOptions options = outputOptions.with(wishOptions.wishes());
        if (batchOptions.isBatch(inputs)) {
            return batch(options);
        }
        return one(inputs.get(0), options);
    }

    private int one(Path input, MasteringOptions options) {
        Path target = chosenOutput != null
                ? outputOptions.requireFormat(chosenOutput)
                : input.resolveSibling(outputOptions.nameFor(String.valueOf(input.getFileName())));
        if (!force && !dryRun && Files.exists(target)) {
            throw new IllegalArgumentException(target + " is there already; add --force to overwrite it.");
        }
        Path page = reportOptions.of(target);
        if (page != null) {
            ReportFile.require(page, input, force);
        }
        if (!dryRun) {
            // Before an hour of music is worked on: a home that cannot keep the job is found out now.
            HomeLock.acquire(session.home()).close();
            Leftovers.deleteIn(BatchRun.folder(target));
        }
        try (ContainedDecoder decoder = HeadStart.decoder()) {
            ModelStore store = store();
            BaseModel base = store.active().model();
            TrackMastering mastering = mastering(new Masterer(decoder), store, base, options);
            if (dryRun) {
                decide(mastering, input, target, base);
            } else {
                master(mastering, input, target, page, base);
            }
        }
        return ExitCode.OK;
    }

    private TrackMastering mastering(Masterer masterer, ModelStore store, BaseModel base, MasteringOptions options) {
        PersonalLayer layer = new PersonalLayer(session.home(), session.clock(), store);
        try (ProgressBar progress = new ProgressBar(session)) {
            MasteringOptions matched = options.matching(referenceOptions.heard(masterer, progress));
            return new TrackMastering(session, masterer, base, layer, impersonal, matched);
        }
    }

    private int batch(MasteringOptions options) {
        boolean album = batchOptions.isAlbum();
        int jobs = batchOptions.jobs();
        batchOptions.requireNoOutput(chosenOutput, inputs);
        reportOptions.requireFolder();
        HomeLock.acquire(session.home()).close();
        ModelStore store = store();
        BaseModel base = store.active().model();
        List<BatchItem> items = BatchFiles.of(inputs, batchOptions.outputFolder(), outputOptions::nameFor);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("There is no audio file in " + inputs.get(0) + ".");
        }
        Set<Path> folders = batchOptions.folders(inputs);
        try (BatchLock lock = BatchLock.acquire(session.home().batches(), folders);
                ContainedDecoder decoder = HeadStart.decoder()) {
            TrackMastering mastering = mastering(new Masterer(decoder), store, base, options);
            if (dryRun) {
                return album ? decideAlbum(mastering, items, jobs) : decideBatch(mastering, items, jobs);
            }
            String decides = mastering.decides()
                    + referenceOptions.decides()
                    + outputOptions.extension()
                    + folders
                    + (album ? AlbumRun.decides(items) : "");
            try (BatchJournal journal = new BatchJournal(session.home().batches(), decides)) {
                return album
                        ? masterAlbum(mastering, journal, items, jobs)
                        : masterBatch(mastering, journal, items, jobs);
            }
        }
    }

    private int masterBatch(TrackMastering mastering, BatchJournal journal, List<BatchItem> items, int jobs) {
        BatchResult result;
        try (ProgressBar bar = new ProgressBar(session)) {
            BatchProgress progress = new BatchProgress(bar, items.size());
            BatchRun.Work work = (item, page, one) -> mastering.master(item.input(), item.output(), page, one);
            result = new BatchRun(work, journal, reportOptions, force, progress, tells()).run(items, jobs);
        }
        print(BatchView.of(result), BatchText.lines(result));
        return result.exitCode();
    }

    private int masterAlbum(TrackMastering mastering, BatchJournal journal, List<BatchItem> items, int jobs) {
        AlbumRun.Result result;
        try (ProgressBar bar = new ProgressBar(session)) {
            BatchProgress progress = new BatchProgress(bar, items.size());
            result = new AlbumRun(mastering, journal, reportOptions, force, progress, tells()).run(items, jobs);
        }
        print(AlbumView.of(result), AlbumText.lines(result));
        return result.batch().exitCode();
    }

    private int decideBatch(TrackMastering mastering, List<BatchItem> items, int jobs) {
        BatchPlan plan;
        try (ProgressBar bar = new ProgressBar(session)) {
            BatchProgress progress = new BatchProgress(bar, items.size());
            plan = BatchPlan.of(
                    items, jobs, progress, item -> mastering.decide(item.input(), item.output(), progress.of(item)));
        }
        print(plan, plan.lines());
        return plan.exitCode();
    }

    private int decideAlbum(TrackMastering mastering, List<BatchItem> items, int jobs) {
        HeardAlbum album;
        try (ProgressBar bar = new ProgressBar(session)) {
            album = HeardAlbum.of(mastering.album(false), items, jobs, new BatchProgress(bar, items.size()));
        }
        print(AlbumView.Planned.of(album), AlbumText.planned(album));
        return ExitCode.OK;
    }

    /** Told a line as each track is finished, where nothing else says it. */
    private Consumer<String> tells() {
        return output.json || session.interactive() ? line -> {} : session.out()::println;
    }

    private void print(Object json, List<String> lines) {
        if (output.json) {
            Output.printJson(session.out(), json);
        } else {
            lines.forEach(session.out()::println);
        }
    }

    private void master(TrackMastering mastering, Path input, Path target, @Nullable Path page, BaseModel base) {
        TrackMastering.Done done;
        try (ProgressBar progress = new ProgressBar(session)) {
            done = mastering.master(input, target, page, progress);
        }
        print(MasterView.of(done), MasterText.lines(done.report(), done.page(), base));
    }

    private void decide(TrackMastering mastering, Path input, Path target, BaseModel base) {
        Decided decided;
        try (ProgressBar progress = new ProgressBar(session)) {
            decided = mastering.decide(input, target, progress);
        }
        print(PlanView.of(decided, target), MasterText.lines(decided, target, base));
    }

    private void listPresets() {
        print(PresetView.all(), PresetView.lines());
    }

    private ModelStore store() {
        ModelStore store = new ModelStore(session.home());
        if (model != null) {
            return draftOption.on(session, store.choosing(SemanticVersion.parseAny(model)));
        }
        String note = store.selection().note();
        if (note != null) {
            session.err().println("auralis: note: " + note);
        }
        return draftOption.on(session, store);
    }
}
