package io.auralis.agent.cli;

import io.auralis.agent.home.Causes;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintReader;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.mastering.Masterer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
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
    /** A fingerprint file is a kilobyte; a track given by mistake is not read to its end. */
    private static final long MOST_FINGERPRINT_BYTES = 1024 * 1024;

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

    DetectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelStore store = new ModelStore(session.home());
        BaseModel model = (version == null ? store.active() : store.load(SemanticVersion.parse(version))).model();
        Detection detection = new Detector(model).detect(fingerprint());
        if (output.json) {
            Output.printJson(session.out(), detection);
        } else {
            DetectText.lines(detection, model).forEach(session.out()::println);
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
        return read(source.fingerprint);
    }

    private static Fingerprint read(@Nullable Path file) {
        if (file == null || Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder, not a fingerprint.");
        }
        try {
            if (Files.size(file) > MOST_FINGERPRINT_BYTES) {
                throw new IllegalArgumentException(file + " is too large to be a fingerprint.");
            }
            return parse(file, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text, so it is no fingerprint.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private static Fingerprint parse(Path file, String text) {
        try {
            return FingerprintReader.read(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
