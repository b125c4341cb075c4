package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.fingerprint.FingerprintAnalyzer;
import io.auralis.engine.fingerprint.TrackAnalysis;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
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

    /**
     * Hears a track without changing it.
     *
     * @throws MediaException (BAD_INPUT) if the file cannot be read or decoded to its end
     */
    public Analysis analyse(Path input, Progress progress) {
        MediaFile file = MediaFile.of(input);
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer(file.info().format());
        Chain.run(file, List.of(), analyzer::accept, progress, "listening");
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
        Decided decided = decide(input, output, options, model, taste, progress);
        Analysis analysis = decided.analysis();
        MasteringPlan plan = decided.plan();
        OutputFormat container = options.output().formatFor(output);
        OutputSpec spec = OutputSpec.like(
                analysis.file().info(),
                container,
                options.output().bitDepthFor(analysis.file().info()),
                options.output().bitRateFor(container));
        Mastering mastering =
                new Mastering(analysis.file(), analysis.meters().truePeakDbtp(), plan, output, spec, progress);
        OutputMeter.Reading after = plan.changesNothing() ? mastering.copy() : mastering.carryOut();
        return new MasteringReport(
                output,
                plan,
                analysis.meters(),
                after.meters(),
                analysis.fingerprint(),
                decided.detection(),
                mastering.notes());
    }

    /**
     * Decides what {@link #master} would do, and does nothing of it: no file is made or changed.
     *
     * @throws MediaException (BAD_INPUT) as {@code master} does
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
        options.output().formatFor(output);
        Analysis analysis = analyse(input, progress);
        requireOther(input, output);
        Detection detection = new Detector(model).detect(analysis.fingerprint());
        MasteringPlan plan =
                new Planner(model, taste, options.wishes()).plan(detection, analysis.fingerprint(), analysis.meters());
        return new Decided(analysis, detection, plan);
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
