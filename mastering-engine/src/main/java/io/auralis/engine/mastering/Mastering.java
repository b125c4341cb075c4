package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Carries out one plan on one file, pass by pass, and notes where the result differs from the plan. */
final class Mastering {
    private final AudioTrack track;
    private final MediaInfo info;
    private final Meters heard;
    private final MasteringPlan plan;
    private final Path output;
    private final OutputSpec spec;
    private final Phase phase;
    private final Dither dither;
    private final boolean curves;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();
    private Levelling levelling = new Levelling(1, 0);

    Mastering(
            AudioTrack track,
            MediaInfo info,
            Meters heard,
            MasteringPlan plan,
            Path output,
            OutputSpec spec,
            MasteringOptions options,
            Progress progress) {
        this.track = track;
        this.heard = heard;
        this.info = info;
        this.plan = plan;
        this.output = output;
        this.spec = spec;
        this.phase = options.phase();
        this.dither = options.output().ditherOrUsual();
        this.curves = options.curves();
        this.progress = progress;
    }

    List<String> notes() {
        return notes;
    }

    Levelling levelling() {
        return levelling;
    }

    /** Writes the samples as they are: bit for bit where the output has as many bits as the input. */
    OutputMeter.Reading copy() {
        boolean onGrid = info.bitDepth() > 0 && info.bitDepth() <= spec.bitDepth();
        OutputWriter writer = new OutputWriter(output, spec, onGrid ? Dither.NONE : dither, curves);
        OutputMeter.Reading reading = writer.write(track, List.of(), progress, written -> true);
        notes.addAll(writer.notes());
        if (spec.container().lossy()) {
            double over = reading.highestPeakDbtp() - plan.value("ceiling");
            if (over > 0) {
                notes.add(LevelSearch.overNote(over, " and was left there: the plan changes nothing."));
            }
            if (heard.truePeakDbtp() > 0) {
                notes.add(String.format(
                        Locale.ROOT,
                        "The source's true peak is %.2f dB over full scale, which a coding may distort;"
                                + " --loudness-only brings it under.",
                        heard.truePeakDbtp()));
            }
        }
        return reading;
    }

    OutputMeter.Reading carryOut() {
        Shaping shaping = new Shaping(track, info.format(), heard, plan, phase, progress);
        Shaped shaped = shaping.shape();
        notes.addAll(shaping.notes());
        return reachLoudness(
                shaped, new LevelSearch(plan, shaped.reached(), spec.container().lossy(), dither));
    }

    /** The rest of the way, where an album has set the chain up to the width and kept the guard for all its tracks. */
    OutputMeter.Reading carryOut(ShapedTrack album) {
        notes.addAll(album.notes());
        Shaped shaped = album.shaped().orElseThrow().behind(track);
        return reachLoudness(
                shaped,
                LevelSearch.unguarded(plan, shaped.reached(), spec.container().lossy(), dither));
    }

    private OutputMeter.Reading reachLoudness(Shaped shaped, LevelSearch search) {
        while (true) {
            List<Stage> stages = search.stages(shaped.setting().format());
            OutputWriter writer = new OutputWriter(output, spec, dither, curves);
            OutputMeter.Reading reading = writer.write(shaped.audio(), stages, progress, search::accepts);
            if (search.accepts(reading)) {
                levelling = search.levelling();
                notes.addAll(search.notes(reading));
                notes.addAll(writer.notes());
                return reading;
            }
            search.learn(reading);
        }
    }
}
