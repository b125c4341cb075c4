package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.ToneBand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Carries out one plan on one file, pass by pass, and notes where the result differs from the plan. */
final class Mastering {
    /** More would be heard as compression; a plan that asks for more gets this much. */
    private static final double MOST_CREST_REDUCTION_DB = 6;

    /** The least difference that a report shows. */
    private static final double CREST_TOLERANCE_DB = 0.1;

    /** What the width does to the peaks after the dynamics hardly ever needs a third attempt. */
    private static final int MOST_ATTEMPTS = 5;

    private final AudioTrack track;
    private final MediaInfo info;
    private final AudioFormat format;
    private final double inputPeakDb;
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
            double inputPeakDb,
            MasteringPlan plan,
            Path output,
            OutputSpec spec,
            MasteringOptions options,
            Progress progress) {
        this.track = track;
        this.inputPeakDb = inputPeakDb;
        this.info = info;
        this.format = info.format();
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
        }
        return reading;
    }

    OutputMeter.Reading carryOut() {
        ToneDesign tone = ToneDesign.of(plan, format.sampleRateHz());
        noteMissingBands(tone);
        // An untouched tone is the track's own down to its rumble.
        Tonality tonality = new Tonality(!plan.untouched().contains(Aspect.TONE), tone, phase, plan.match());
        Shaped shaped = shape(tonality);
        if (plan.match() != null && shaped.setting().dynamics().on()) {
            // Drums and bass make the peaks, so dynamics take from the lows what the match has just put there.
            shaped = shape(tonality.giving(shaped.toneLost()));
        }
        DynamicsSetting dynamics = shaped.setting().dynamics();
        noteCrest(dynamics, shaped.crestBeforeDb(), shaped.reached().crestDb());
        noteWidth(dynamics.midSide());
        return reachLoudness(shaped.setting(), shaped.reached());
    }

    /** Sets dynamics and width behind a tone. */
    private Shaped shape(Tonality tonality) {
        DynamicsProbe probe = new DynamicsProbe(format, inputPeakDb);
        LongTermSpectrum toned = new LongTermSpectrum(format);
        List<Consumer<AudioBlock>> hear = matching(probe::accept, toned);
        Chain.run(track, tonality.stages(format), progress, "probing", hear);
        probe.finish();
        double planned = plan.value("punch");
        double aimed = planned;
        for (int attempt = 1; ; attempt++) {
            DynamicsSetting dynamics = plan.untouched().contains(Aspect.DYNAMICS)
                    ? DynamicsSetting.off(probe.crestDb(), probe.midSide())
                    : probe.settingFor(aimed, MOST_CREST_REDUCTION_DB);
            ChainSetting setting = new ChainSetting(format, tonality, dynamics, sideGain(dynamics.midSide()));
            LongTermSpectrum left = new LongTermSpectrum(format);
            Meters reached = measure(setting, left);
            double miss = reached.crestDb() - planned;
            boolean canImprove = dynamics.on() && probe.crestDb() - dynamics.crestDb() < MOST_CREST_REDUCTION_DB;
            if (Math.abs(miss) <= CREST_TOLERANCE_DB || !canImprove || attempt == MOST_ATTEMPTS) {
                return new Shaped(setting, reached, probe.crestDb(), toned, left);
            }
            // What the width does to the peaks after the dynamics is only known once it was done.
            aimed -= miss;
        }
    }

    /**
     * The chain set up to the width.
     *
     * @param setting how
     * @param reached the meters behind it
     * @param crestBeforeDb crest factor before dynamics
     * @param toned the spectrum before dynamics
     * @param left the spectrum behind the width
     */
    private record Shaped(
            ChainSetting setting, Meters reached, double crestBeforeDb, LongTermSpectrum toned, LongTermSpectrum left) {
        /** What the dynamics took from the tone; what the width does to it is meant. */
        MatchCurve toneLost() {
            return MatchCurve.between(
                    left.finish(), toned.finish(), WidthForecast.ofGain(setting.format(), setting.sideGain()));
        }
    }

    /** Who hears: where a reference is matched, its spectrum too. */
    private List<Consumer<AudioBlock>> matching(Consumer<AudioBlock> hears, LongTermSpectrum spectrum) {
        return plan.match() == null ? List.of(hears) : List.of(hears, spectrum::accept);
    }

    private Meters measure(ChainSetting setting, LongTermSpectrum left) {
        TrackMeter meter = new TrackMeter(format);
        Chain.run(track, setting.upToWidth(), progress, "measuring", matching(meter::accept, left));
        return meter.finish();
    }

    private void noteCrest(DynamicsSetting dynamics, double before, double reached) {
        if (dynamics.on() && Math.abs(reached - plan.value("punch")) > CREST_TOLERANCE_DB) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The crest factor was lowered from %.1f to %.1f dB instead of to the planned %.1f: more would be heard"
                            + " as compression.",
                    before,
                    reached,
                    plan.value("punch")));
        }
    }

    private void noteMissingBands(ToneDesign tone) {
        for (ToneBand band : ToneBand.values()) {
            if (!tone.bands().contains(band) && plan.equaliserDb(band) != 0) {
                notes.add("The planned " + band.parameterName() + " gain has no effect: a sample rate of "
                        + format.sampleRateHz() + " Hz holds nothing there.");
            }
        }
    }

    private double sideGain(MidSide midSide) {
        return format.channels() == 2 && !plan.untouched().contains(Aspect.WIDTH)
                ? midSide.sideGainFor(plan.value("width"))
                : 1;
    }

    private void noteWidth(MidSide midSide) {
        if (plan.untouched().contains(Aspect.WIDTH)) {
            return;
        }
        double planned = plan.value("width");
        if (format.channels() != 2) {
            if (planned != 0) {
                notes.add("The width was left as it is: it is changed in tracks of two channels, and this one has "
                        + format.channels() + ".");
            }
            return;
        }
        double reached = midSide.widthAt(midSide.sideGainFor(planned));
        if (Math.abs(reached - planned) > 0.005) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Width is %.3f instead of the planned %.3f: the sides hold too little to be raised that far.",
                    reached,
                    planned));
        }
    }

    private OutputMeter.Reading reachLoudness(ChainSetting setting, Meters beforeGain) {
        LevelSearch search = new LevelSearch(plan, beforeGain, spec.container().lossy(), dither);
        while (true) {
            List<Stage> stages = setting.upToWidth();
            stages.addAll(search.stages(format));
            OutputWriter writer = new OutputWriter(output, spec, dither, curves);
            OutputMeter.Reading reading = writer.write(track, stages, progress, search::accepts);
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
