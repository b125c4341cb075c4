package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.curves.CurveRecorder;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaReader;
import io.auralis.engine.media.MediaWriter;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.ReferenceAim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Masters a track from file to file: hear, recognise, plan, carry out, measure. What is short enough is decoded
 * once and remembered, what is not is decoded for each pass, so that memory is bounded whatever the length
 * (docs/adr/0011).
 */
public final class Masterer {
    private final MediaReader reader;

    /** @param reader of the inputs; {@code ContainedDecoder} for files of unknown origin */
    public Masterer(MediaReader reader) {
        this.reader = reader;
    }

    /**
     * Hears a track without changing it.
     *
     * @throws MediaException (BAD_INPUT) if the file cannot be read or decoded to its end
     */
    public Analysis analyse(Path input, Progress progress) {
        return Hearing.analyse(reader.read(input), List.of(), progress);
    }

    /** Masters tracks that belong together; {@link #master} looks at one alone. */
    public AlbumMasterer album(MasteringOptions options, BaseModel model, PersonalTaste taste) {
        return new AlbumMasterer(reader, options, model, taste);
    }

    /**
     * Hears a track that others are to come near to; one hearing does for any number of them.
     *
     * @throws MediaException (BAD_INPUT) if the file cannot be read or decoded to its end, or is silent
     */
    public Reference reference(Path file, Progress progress) {
        MediaFile media = reader.read(file);
        LongTermSpectrum spectrum = new LongTermSpectrum(media.info().format());
        Analysis analysis = Hearing.analyse(media, List.of(spectrum::accept), progress);
        TonalBalance balance = spectrum.finish();
        if (balance.silent() || Double.isInfinite(analysis.meters().integratedLufs())) {
            throw new MediaException(
                    MediaException.Kind.BAD_INPUT,
                    file.getFileName() + " cannot be a reference: it is silent or too short to measure.");
        }
        return new Reference(
                String.valueOf(file.getFileName()),
                balance,
                analysis.meters(),
                analysis.fingerprint().value(FingerprintDimension.STEREO_WIDTH));
    }

    /**
     * Masters a track. Length, channels, tags and, where the output's coding has it, sample rate are kept; the output
     * appears under its name only when it is whole.
     *
     * @param output a file other than the input, whose extension is one of {@link OutputFormat}'s
     * @throws MediaException (BAD_INPUT) if the input cannot be read or decoded to its end, or the output is the input or
     *     of another kind; (OUTPUT_FAILED) if the output cannot be written
     * @throws IllegalArgumentException if the options ask of the output's format what it does not have
     */
    public MasteringReport master(
            Path input,
            Path output,
            MasteringOptions options,
            BaseModel model,
            PersonalTaste taste,
            Progress progress) {
        OutputFormat container = options.output().formatFor(output);
        MediaFile read = reader.read(input);
        requireOther(input, output);
        container.requireChannels(read.info());
        // Not before a reader in a process of its own has loaded it: one waits for the other.
        MediaWriter.prepare();
        MediaFile file = MediaFile.of(read.info(), RememberedTrack.onceMore(read));
        CurveRecorder heard = options.curves() ? new CurveRecorder(file.info().format()) : null;
        List<Consumer<AudioBlock>> also = heard == null ? List.of() : List.of(heard::accept);
        Decided decided = decide(file, options, model, taste, also, progress);
        Analysis analysis = decided.analysis();
        List<String> notes = new ArrayList<>(decided.notes());
        MasteringPlan plan = decided.plan();
        OutputSpec spec = options.output().specFor(file.info(), container, plan.value("loudness"), Optional.empty());
        Mastering mastering =
                new Mastering(analysis.file(), file.info(), analysis.meters(), plan, output, spec, options, progress);
        OutputMeter.Reading after = plan.changesNothing() ? mastering.copy() : mastering.carryOut();
        notes.addAll(mastering.notes());
        return new MasteringReport(
                output,
                plan,
                decided.source().meters(),
                after.meters(),
                analysis.fingerprint(),
                decided.detection(),
                decided.declip(),
                mastering.levelling(),
                file.info().tags(),
                MasteringReport.Curves.of(heard, after.curves()),
                notes);
    }

    /**
     * Decides what {@link #master} would do, and does nothing of it: no file is made or changed.
     *
     * @throws MediaException as {@code master} does, but that nothing is written
     * @throws IllegalArgumentException as {@code master} does
     */
    public Decided decide(
            Path input,
            Path output,
            MasteringOptions options,
            BaseModel model,
            PersonalTaste taste,
            Progress progress) {
        // What cannot be written is said before the track is listened to, which takes a while.
        OutputFormat container = options.output().formatFor(output);
        MediaFile file = reader.read(input);
        requireOther(input, output);
        container.requireChannels(file.info());
        return decide(Hearing.readable(file, options), options, model, taste, List.of(), progress);
    }

    /** @param also hear the source besides */
    private static Decided decide(
            MediaFile file,
            MasteringOptions options,
            BaseModel model,
            PersonalTaste taste,
            List<Consumer<AudioBlock>> also,
            Progress progress) {
        Hearing hearing = Hearing.of(file, options, also, progress);
        Analysis analysis = hearing.analysis();
        Detection detection = new Detector(model).detect(analysis.fingerprint());
        ReferenceAim aim =
                ReferenceMatch.aim(options, hearing.balance(), file.info().format());
        MasteringPlan plan = new Planner(model, taste, options.wishes())
                .plan(detection, analysis.fingerprint(), analysis.meters(), aim);
        return new Decided(hearing.source(), analysis, detection, plan, hearing.declip());
    }

    static void requireOther(Path input, Path output) {
        try {
            if (Files.exists(output) && Files.isSameFile(input, output)) {
                throw new MediaException(
                        MediaException.Kind.BAD_INPUT,
                        "The output is the input itself; " + input.getFileName() + " is never overwritten.");
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.OUTPUT_FAILED, output.getFileName() + " cannot be written.", e);
        }
    }
}
