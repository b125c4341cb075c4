package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.ToneBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Sets tone, dynamics and width of one track by its plan, and notes where they fall short of it. Writes nothing. */
final class Shaping {
    /** More would be heard as compression; a plan that asks for more gets this much. */
    private static final double MOST_CREST_REDUCTION_DB = 6;

    /** The least difference that a report shows. */
    private static final double CREST_TOLERANCE_DB = 0.1;

    /** What the width does to the peaks after the dynamics hardly ever needs a third attempt. */
    private static final int MOST_ATTEMPTS = 5;

    private final AudioTrack track;
    private final AudioFormat format;
    private final double inputPeakDb;
    private final MasteringPlan plan;
    private final Phase phase;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();
    /** What the correlation guard allows; NaN until somebody wants to widen. */
    private double mostSideGain = Double.NaN;

    Shaping(
            AudioTrack track,
            AudioFormat format,
            double inputPeakDb,
            MasteringPlan plan,
            Phase phase,
            Progress progress) {
        this.track = track;
        this.format = format;
        this.inputPeakDb = inputPeakDb;
        this.plan = plan;
        this.phase = phase;
        this.progress = progress;
    }

    List<String> notes() {
        return notes;
    }

    Shaped shape() {
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
        return shaped;
    }

    /** Sets dynamics and width behind a tone. */
    private Shaped shape(Tonality tonality) {
        DynamicsProbe probe = new DynamicsProbe(format, inputPeakDb);
        LongTermSpectrum before = new LongTermSpectrum(format);
        AudioTrack toned = RememberedTrack.of(new StagedTrack(track, () -> tonality.stages(format)));
        Chain.run(toned, List.of(), progress, "probing", matching(probe::accept, before));
        probe.finish();
        mostSideGain = Double.NaN;
        double planned = plan.value("punch");
        double aimed = planned;
        for (int attempt = 1; ; attempt++) {
            DynamicsSetting dynamics = plan.untouched().contains(Aspect.DYNAMICS)
                    ? DynamicsSetting.off(probe.crestDb(), probe.midSide())
                    : probe.settingFor(aimed, MOST_CREST_REDUCTION_DB);
            ChainSetting setting = new ChainSetting(format, dynamics, sideGain(dynamics.midSide(), toned));
            LongTermSpectrum left = new LongTermSpectrum(format);
            TrackMeter meter = new TrackMeter(format);
            Chain.run(toned, setting.stages(), progress, "measuring", matching(meter::accept, left));
            Meters reached = meter.finish();
            double miss = reached.crestDb() - planned;
            boolean canImprove = dynamics.on() && probe.crestDb() - dynamics.crestDb() < MOST_CREST_REDUCTION_DB;
            if (Math.abs(miss) <= CREST_TOLERANCE_DB || !canImprove || attempt == MOST_ATTEMPTS) {
                return new Shaped(
                        tonality, toned, setting, reached, meter.loudness().blocks(), probe.crestDb(), before, left);
            }
            // What the width does to the peaks after the dynamics is only known once it was done.
            aimed -= miss;
        }
    }

    /** Who hears: where a reference is matched, its spectrum too. */
    private List<Consumer<AudioBlock>> matching(Consumer<AudioBlock> hears, LongTermSpectrum spectrum) {
        return plan.match() == null ? List.of(hears) : List.of(hears, spectrum::accept);
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

    private boolean changesWidth() {
        return format.channels() == 2 && !plan.untouched().contains(Aspect.WIDTH);
    }

    private double sideGain(MidSide midSide, AudioTrack toned) {
        double wanted = changesWidth() ? midSide.sideGainFor(plan.value("width")) : 1;
        return wanted > 1 ? Math.min(wanted, mostSideGain(toned)) : wanted;
    }

    /** Listens once more where the sides are to be raised: the spectrum says how far they may be. */
    private double mostSideGain(AudioTrack toned) {
        if (Double.isNaN(mostSideGain)) {
            LongTermSpectrum spectrum = new LongTermSpectrum(format);
            Chain.run(toned, List.of(), progress, "probing", spectrum::accept);
            mostSideGain = CorrelationGuard.mostSideGain(spectrum.finish(), format);
        }
        return mostSideGain;
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
        double wanted = midSide.sideGainFor(planned);
        double reached = midSide.widthAt(wanted > mostSideGain ? mostSideGain : wanted);
        if (Math.abs(reached - planned) > 0.005) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Width is %.3f instead of the planned %.3f: %s.",
                    reached,
                    planned,
                    wanted > mostSideGain
                            ? "wider, left and right would be out of phase in a part of the spectrum"
                            : "the sides hold too little to be raised that far"));
        }
    }
}
