package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchFiles;
import io.auralis.engine.mastering.Dither;
import io.auralis.engine.mastering.MasteringOptions;
import io.auralis.engine.mastering.OutputChoice;
import io.auralis.engine.mastering.Phase;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of what kind the written file is, and how it is made beyond what the plan says. */
final class OutputOptions {
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

    @Option(
            names = "--format",
            paramLabel = "EXTENSION",
            description = "Of the default output: ${COMPLETION-CANDIDATES}; default: flac.")
    private @Nullable Format format;

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
            names = "--replaygain",
            description = "State the output's loudness in its tags; else only where the input's tags state theirs.")
    private boolean replayGain;

    @Option(
            names = "--phase",
            paramLabel = "KIND",
            description = "Of the tone equaliser: ${COMPLETION-CANDIDATES}; default: minimum.")
    private ChosenPhase phase = ChosenPhase.minimum;

    @Option(names = "--declip", description = "Restore clipped samples before all else.")
    private boolean declip;

    /** All that is asked of a mastering, but for a reference. */
    MasteringOptions with(Wishes wishes) {
        OutputChoice choice = new OutputChoice(
                optional(bits),
                Optional.ofNullable(codec).map(chosen -> chosen.format),
                optional(bitRate),
                Optional.ofNullable(dither).map(chosen -> chosen.dither),
                replayGain);
        return new MasteringOptions(wishes, phase.phase, choice, Optional.empty()).declipping(declip);
    }

    /** The file name's extension, without the dot. */
    String extension() {
        return (format == null ? Format.flac : format).name();
    }

    /**
     * An output that was named, if it is of the format that was asked for, or none was.
     *
     * @throws IllegalArgumentException if it is of another one
     * @throws io.auralis.engine.media.MediaException (BAD_INPUT) if it is of none
     */
    Path requireFormat(Path output) {
        if (format != null && !OutputFormat.of(output).extension().equals(format.name())) {
            throw new IllegalArgumentException(output.getFileName() + " cannot be written: --format " + format
                    + " goes into a file whose name ends in ." + format + ".");
        }
        return output;
    }

    /** What a master is called unless it is given a name. */
    String nameFor(String inputName) {
        int dot = inputName.lastIndexOf('.');
        String stem = dot > 0 ? inputName.substring(0, dot) : inputName;
        return stem + BatchFiles.MASTERED + "." + extension();
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
