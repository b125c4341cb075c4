package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.EncodedSink;
import io.auralis.engine.media.LoudnessTags;
import io.auralis.engine.media.MediaWriter;
import io.auralis.engine.media.OutputSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One attempt at the output. A lossless file is measured on its way, from the very samples that it holds. A lossy one is
 * encoded from samples that were neither dithered nor rounded, and then decoded again and measured, since its coding may
 * have lifted the peaks. Only an attempt that is accepted gets the output's name.
 */
final class OutputWriter {
    private final Path output;
    private final OutputSpec spec;
    private final Quantiser quantiser;
    private final boolean curves;

    /**
     * @param dither of a lossless output; a lossy one gets none
     * @param curves whether the file's curves are recorded too
     */
    OutputWriter(Path output, OutputSpec spec, Dither dither, boolean curves) {
        this.curves = curves;
        this.output = output;
        this.spec = spec;
        this.quantiser = new Quantiser(spec.format(), spec.bitDepth(), dither);
    }

    /**
     * Writes the track as the stages leave it.
     *
     * @param accepted whether the output is good enough to be kept; else it is discarded
     * @return the meters of the file's own samples
     */
    OutputMeter.Reading write(
            AudioTrack track, List<Stage> stages, Progress progress, Predicate<OutputMeter.Reading> accepted) {
        try (EncodedSink sink = MediaWriter.open(output, spec)) {
            OutputMeter.Reading reading = spec.container().lossy()
                    ? encode(track, stages, progress, sink)
                    : quantise(track, stages, progress, sink);
            if (accepted.test(reading)) {
                sink.state(new LoudnessTags.Programme(reading.meters().integratedLufs(), reading.highestPeakDbtp()));
                sink.finish();
            }
            return reading;
        }
    }

    private OutputMeter.Reading quantise(AudioTrack track, List<Stage> stages, Progress progress, EncodedSink sink) {
        List<Stage> all = new ArrayList<>(stages);
        all.add(quantiser);
        OutputMeter meter = new OutputMeter(spec.format(), curves);
        List<Consumer<AudioBlock>> hear = new ArrayList<>(meter.parts());
        hear.add(sink::write);
        Chain.run(track, all, progress, "writing", hear);
        return meter.finish();
    }

    private OutputMeter.Reading encode(AudioTrack track, List<Stage> stages, Progress progress, EncodedSink sink) {
        Chain.run(track, stages, progress, "writing", sink::write);
        AudioTrack encoded = sink.complete();
        OutputMeter meter = meterOf(encoded);
        Chain.run(encoded, List.of(), progress, "checking", meter.parts());
        return meter.finish();
    }

    private OutputMeter meterOf(AudioTrack track) {
        try (AudioSource source = track.open()) {
            return new OutputMeter(source.format(), curves);
        }
    }

    /** What a listener should know of the file, a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (quantiser.clipped() > 0) {
            notes.add(quantiser.clipped()
                    + " samples were beyond full scale and were cut to it; --loudness-only brings them under it.");
        }
        int rateHz = spec.format().sampleRateHz();
        if (spec.fileRateHz() != rateHz) {
            notes.add("The file's sample rate is " + spec.fileRateHz() + " Hz: " + spec.container() + " has no "
                    + rateHz + " Hz.");
        }
        return notes;
    }
}
