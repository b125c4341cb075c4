package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.fingerprint.FingerprintAnalyzer;
import io.auralis.engine.fingerprint.TrackAnalysis;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaReader;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Masters a track from file to file: hear, recognise, plan, carry out, measure. The input is decoded anew for each pass,
 * so that memory does not grow with its length.
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
        MediaFile file = reader.read(input);
        return analyse(file, file, progress);
    }

    private static Analysis analyse(MediaFile file, AudioTrack samples, Progress progress) {
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer(file.info().format());
        Chain.run(samples, List.of(), progress, "listening", analyzer.parts());
        TrackAnalysis heard = analyzer.finish();
        return new Analysis(file, heard.meters(), heard.fingerprint());
    }

    /**
     * Masters a track. Length, channels, tags and, where the output's coding has it, sample rate are kept; the output appears under its name only when it is
     * whole.
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
        MediaFile file = reader.read(input);
        AudioTrack samples = new RememberedTrack(file);
        Analysis analysis = analyse(file, samples, progress);
        requireOther(input, output);
        Detection detection = new Detector(model).detect(analysis.fingerprint());
        MasteringPlan plan =
                new Planner(model, taste, options.amount()).plan(detection, analysis.fingerprint(), analysis.meters());
        OutputSpec spec = OutputSpec.like(
                file.info(),
                container,
                options.output().bitDepthFor(file.info()),
                options.output().bitRateFor(container));
        Mastering mastering = new Mastering(
                samples, file.info(), analysis.meters().truePeakDbtp(), plan, output, spec, options, progress);
        OutputMeter.Reading after = plan.changesNothing() ? mastering.copy() : mastering.carryOut();
        return new MasteringReport(
                output, plan, analysis.meters(), after.meters(), analysis.fingerprint(), detection, mastering.notes());
    }

    private static void requireOther(Path input, Path output) {
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
