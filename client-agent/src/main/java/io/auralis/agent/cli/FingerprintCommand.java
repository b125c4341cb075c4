package io.auralis.agent.cli;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.mastering.Masterer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis fingerprint}: what a track measures. */
@Command(
        name = "fingerprint",
        description = "Measure a track's fingerprint: 25 figures in physical units.",
        footer = {"", "Example: auralis fingerprint song.flac --json > song.json"})
final class FingerprintCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "A FLAC, WAV, AIFF, WavPack, MP3, Ogg, Opus or M4A file.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    FingerprintCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Fingerprint fingerprint;
        try (ContainedDecoder decoder = new ContainedDecoder();
                ProgressBar progress = new ProgressBar(session)) {
            fingerprint = new Masterer(decoder).analyse(file, progress).fingerprint();
        }
        if (output.json) {
            Output.printJson(session.out(), fingerprint);
        } else {
            Table table = new Table();
            fingerprint
                    .values()
                    .forEach((dimension, value) -> table.row(
                            dimension.key(),
                            String.format(Locale.ROOT, "%.4f", value),
                            dimension.unit().contains("..") ? "" : dimension.unit()));
            table.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
