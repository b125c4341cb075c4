package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.media.MediaFile;
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

    /** A tenth of the LU to which loudness is displayed (EBU Tech 3341). */
    private static final double LOUDNESS_TOLERANCE_LU = 0.05;

    /** Dither and rounding at 16 bits can lift a peak by 0.0005 dB; the limiter's smoothing by a little more. */
    private static final double CEILING_MARGIN_DB = 0.01;

    /** A lossy coding does not lift the same peak by the same each time; that much more spares most third attempts. */
    private static final double CODING_MARGIN_DB = 0.05;

    /**
     * A second attempt corrects what the limiter took from the loudness or the gain's movement put on the peak; it is
     * hardly ever missed by enough for a third.
     */
    private static final int MOST_ATTEMPTS = 5;

    private final MediaFile file;
    private final MediaInfo info;
    private final AudioFormat format;
    private final double inputPeakDb;
    private final MasteringPlan plan;
    private final Path output;
    private final OutputSpec spec;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    Mastering(MediaFile file, double inputPeakDb, MasteringPlan plan, Path output, OutputSpec spec, Progress progress) {
        this.file = file;
        this.inputPeakDb = inputPeakDb;
        this.info = file.info();
        this.format = info.format();
        this.plan = plan;
        this.output = output;
        this.spec = spec;
        this.progress = progress;
    }

    List<String> notes() {
        return notes;
    }

    /** Writes the samples as they are: bit for bit where the output has as many bits as the input. */
    OutputMeter.Reading copy() {
        boolean onGrid = info.bitDepth() > 0 && info.bitDepth() <= spec.bitDepth();
        OutputWriter writer = new OutputWriter(output, spec, !onGrid);
        OutputMeter.Reading reading = writer.write(file, List.of(), progress, written -> true);
        notes.addAll(writer.notes());
        if (spec.container().lossy()) {
            noteOver(
                    reading.highestPeakDbtp() - plan.value("ceiling"),
                    " and was left there: the plan changes nothing.");
        }
        return reading;
    }

    OutputMeter.Reading carryOut() {
        ToneDesign tone = ToneDesign.of(plan, format.sampleRateHz());
        noteMissingBands(tone);
        // An untouched tone is the track's own down to its rumble.
        Tonality tonality = new Tonality(!plan.untouched().contains(Aspect.TONE), tone, plan.match());
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
        Consumer<AudioBlock> hears = probe::accept;
        Chain.run(file, tonality.stages(format), andMatched(hears, toned), progress, "probing");
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

    private Consumer<AudioBlock> andMatched(Consumer<AudioBlock> hears, LongTermSpectrum spectrum) {
        return plan.match() == null ? hears : hears.andThen(spectrum::accept);
    }

    private Meters measure(ChainSetting setting, LongTermSpectrum left) {
        TrackMeter meter = new TrackMeter(format);
        Consumer<AudioBlock> hears = meter::accept;
        Chain.run(file, setting.upToWidth(), andMatched(hears, left), progress, "measuring");
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

    /** Writes the output with the gain foretold, and again where the limiter made the foretelling wrong. */
    private OutputMeter.Reading reachLoudness(ChainSetting setting, Meters beforeGain) {
        double correction = 0;
        double margin = CEILING_MARGIN_DB;
        double step = spec.container().lossy() ? CODING_MARGIN_DB : CEILING_MARGIN_DB;
        for (int attempt = 1; ; attempt++) {
            LoudnessAim aim = LoudnessAim.of(plan, beforeGain, correction);
            List<Stage> stages = setting.upToWidth();
            stages.add(new Gain(aim.gainDb()));
            // Where no limiter was needed before the coding, one is where the coding lifted a peak.
            if (aim.mayOvershoot() || margin > CEILING_MARGIN_DB) {
                stages.add(new Limiter(format, plan.value("ceiling") - margin));
            }
            boolean last = attempt == MOST_ATTEMPTS;
            OutputWriter writer = new OutputWriter(output, spec, true);
            OutputMeter.Reading reading = writer.write(file, stages, progress, written -> last || isGood(aim, written));
            double over = over(reading);
            if (last || isGood(aim, reading)) {
                noteResult(aim, reading);
                notes.addAll(writer.notes());
                return reading;
            }
            // A little more each time: what the coding lifts moves with every change of what it is given.
            margin += over > 0 ? over + step * attempt : 0;
            correction += loudnessMiss(aim, reading);
        }
    }

    private double over(OutputMeter.Reading reading) {
        return reading.highestPeakDbtp() - plan.value("ceiling");
    }

    private boolean isGood(LoudnessAim aim, OutputMeter.Reading reading) {
        return over(reading) <= 0 && Math.abs(loudnessMiss(aim, reading)) <= LOUDNESS_TOLERANCE_LU;
    }

    /** By how much the loudness can still be bettered, LU. */
    private double loudnessMiss(LoudnessAim aim, OutputMeter.Reading reading) {
        double reached = reading.meters().integratedLufs();
        if (Double.isInfinite(reached) || aim.heldBackDb() > 0) {
            return 0;
        }
        return plan.value("loudness") - reached;
    }

    private void noteResult(LoudnessAim aim, OutputMeter.Reading reading) {
        aim.note(plan, reading.meters().integratedLufs()).ifPresent(notes::add);
        noteOver(over(reading), ".");
    }

    private void noteOver(double over, String end) {
        if (over > 0) {
            notes.add(String.format(Locale.ROOT, "The true peak is %.2f dB over the ceiling%s", over, end));
        }
    }
}
