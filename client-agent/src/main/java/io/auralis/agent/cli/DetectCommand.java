package io.auralis.agent.cli;

import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.detection.Calibration;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.mastering.Masterer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis detect}: what kind of recording a track is, and every point of evidence for it. */
@Command(
        name = "detect",
        description = "Recognise what kind of recording a track is, and show the evidence.",
        footer = {"", "Example: auralis detect --fingerprint song.json --model 0.9.0"})
final class DetectCommand implements Callable<Integer> {
    /** Exactly one of the two. */
    static final class Source {
        @Parameters(
                paramLabel = "FILE",
                description = "A FLAC, WAV, AIFF, WavPack, MP3, Ogg, Opus or M4A file.",
                index = "0")
        private @Nullable Path track;

        @Option(
                names = "--fingerprint",
                paramLabel = "FILE",
                required = true,
                description = "A fingerprint as JSON, as \"auralis fingerprint --json\" prints it, or legacy-2025.")
        private @Nullable Path fingerprint;
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Source source;

    @Option(names = "--model", paramLabel = "VERSION", description = "Another base model than the one in force.")
    private @Nullable String version;

    @Mixin
    private final DraftOption draftOption = new DraftOption();

    DetectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelStore store = new ModelStore(session.home());
        ModelStore chosen = version == null ? store : store.choosing(SemanticVersion.parseAny(version));
        ProfileBundle bundle = draftOption.on(session, chosen).active();
        Detection detection = new Detector(bundle.model()).detect(fingerprint());
        Calibration calibration = Calibration.of(bundle.model(), bundle.labelledCases());
        if (output.json) {
            Output.printJson(session.out(), DetectView.of(detection, calibration));
        } else {
            DetectText.lines(detection, bundle.model(), calibration).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }

    private Fingerprint fingerprint() {
        if (source.track != null) {
            try (ContainedDecoder decoder = new ContainedDecoder();
                    ProgressBar progress = new ProgressBar(session)) {
                return new Masterer(decoder).analyse(source.track, progress).fingerprint();
            }
        }
        return FingerprintFile.read(source.fingerprint);
    }
}
