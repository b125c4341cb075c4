package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.ToneBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets tone, dynamics and width of one track by its plan, and notes where they fall short of it. Writes nothing. */
final class Shaping {
    /** More would be heard as compression; a plan that asks for more gets this much. */
    private static final double MOST_CREST_REDUCTION_DB = 6;

    /**
     * More would be heard as pumping drums. What was limited hard has nothing left of its peaks, and what raises the rest
     * raises much of the music.
     */
    private static final double MOST_CREST_RAISE_DB = 4;

    /** The least difference that a report shows. */
    private static final double CREST_TOLERANCE_DB = 0.1;

    /** Of the side's power: a third of what a width may be off its target. */
    private static final double SIDE_TOLERANCE = 0.015;

    /** The least that a report says of a band that gave more of its level than others. */
    private static final double LEVEL_TOLERANCE_DB = 0.5;

    /** In mono such a track is 10 dB quieter than its sides. */
    private static final double OPPOSED_WIDTH = 0.9;

    /** What the width does to the peaks after the dynamics hardly ever needs a third attempt. */
    private static final int MOST_ATTEMPTS = 5;

    private final AudioTrack track;
    private final AudioFormat format;
    private final Meters heard;
    private final MasteringPlan plan;
    private final Phase phase;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();
    private boolean attempted;
    /** The spectrum behind the tone; null until somebody wants to widen. */
    private @Nullable TonalBalance balance;

    Shaping(AudioTrack track, AudioFormat format, Meters heard, MasteringPlan plan, Phase phase, Progress progress) {
        this.track = track;
        this.format = format;
        this.heard = heard;
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
        noteLevels(dynamics);
        noteWidth(shaped);
        return shaped;
    }

    /** Sets dynamics and width behind a tone. */
    private Shaped shape(Tonality tonality) {
        RememberedTrack toned = RememberedTrack.of(new StagedTrack(track, () -> tonality.stages(format)));
        balance = null;
        if (plan.untouched().contains(Aspect.DYNAMICS)) {
            LongTermSpectrum before = new LongTermSpectrum(format);
            EnergyMeter energies = new EnergyMeter(format);
            if (changesWidth() || plan.match() != null) {
                Chain.run(toned, List.of(), progress, "probing", matching(List.of(energies::accept), before));
            }
            return measured(tonality, toned, DynamicsSetting.off(Double.NaN, energies.midSide()), Double.NaN, before);
        }
        double change = plan.value("punch") - heard.crestDb();
        return shape(tonality, toned, DynamicsProbe.towards(format, heard.truePeakDbtp(), change))
                .or(() -> shape(tonality, toned, new DynamicsProbe(format, heard.truePeakDbtp())))
                .orElseThrow();
    }

    /** Empty if a threshold is needed that was not probed. */
    private Optional<Shaped> shape(Tonality tonality, RememberedTrack toned, DynamicsProbe probe) {
        LongTermSpectrum before = new LongTermSpectrum(format);
        Chain.run(toned, List.of(), progress, "probing", matching(probe.parts(), before));
        probe.finish();
        double own = probe.crestDb();
        double planned =
                Math.max(own - MOST_CREST_REDUCTION_DB, Math.min(own + MOST_CREST_RAISE_DB, plan.value("punch")));
        if (Math.abs(planned - own) <= CREST_TOLERANCE_DB) {
            return Optional.of(measured(tonality, toned, DynamicsSetting.off(own, probe.midSide()), own, before));
        }
        double aimed = planned;
        double sidePower = 1;
        for (int attempt = 1; ; attempt++) {
            Optional<DynamicsSetting> found = probe.settingFor(aimed);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            DynamicsSetting dynamics = found.get().withSidePower(sidePower);
            Shaped shaped = measured(tonality, toned, dynamics, own, before);
            double miss = shaped.reached().crestDb() - planned;
            // Nothing is bettered by asking for more where the setting is the most that there is.
            boolean crestMissed = Math.abs(miss) > CREST_TOLERANCE_DB && dynamics.crestDb() == aimed;
            double sideMiss = sideMiss(shaped);
            boolean widthMissed = Math.abs(sideMiss - 1) > SIDE_TOLERANCE;
            if (!(crestMissed || widthMissed) || attempt == MOST_ATTEMPTS) {
                return Optional.of(shaped);
            }
            // What the width does to the peaks after the dynamics, and they to the width, is only known once it was
            // done.
            aimed -= crestMissed ? miss : 0;
            sidePower *= sideMiss;
        }
    }

    /** By what the side's power is over what the width asks for, as far as more or less of it can be had. */
    private double sideMiss(Shaped shaped) {
        WidthSetting width = shaped.setting().width();
        return width.on() && !width.exhausted() ? 1 / shaped.energies().sidePowerFor(plan.value("width")) : 1;
    }

    /** Measures what dynamics leave and the width makes of it. */
    private Shaped measured(
            Tonality tonality,
            RememberedTrack toned,
            DynamicsSetting dynamics,
            double crestBeforeDb,
            LongTermSpectrum before) {
        ChainSetting setting = new ChainSetting(format, dynamics, width(dynamics.midSide(), toned));
        AudioTrack audio = behind(setting, toned);
        LongTermSpectrum left = new LongTermSpectrum(format);
        TrackMeter meter = new TrackMeter(format);
        EnergyMeter energies = new EnergyMeter(format);
        Consumer<AudioBlock> hears = block -> {
            meter.accept(block);
            if (changesWidth()) {
                energies.accept(block);
            }
        };
        Chain.run(audio, List.of(), progress, "measuring", matching(List.of(hears), left));
        return new Shaped(
                tonality,
                setting,
                audio,
                meter.finish(),
                meter.loudness().blocks(),
                energies.midSide(),
                crestBeforeDb,
                before,
                left);
    }

    /** What the first attempt leaves is remembered, to be written; further ones, which are rare, would fill the memory. */
    private AudioTrack behind(ChainSetting setting, RememberedTrack toned) {
        if (setting.stages().isEmpty()) {
            return toned;
        }
        AudioTrack staged = new StagedTrack(toned, setting::stages);
        if (attempted) {
            return staged;
        }
        attempted = true;
        return RememberedTrack.beside(toned, staged);
    }

    /** Who hears: where a reference is matched, its spectrum too. */
    private List<Consumer<AudioBlock>> matching(List<Consumer<AudioBlock>> hear, LongTermSpectrum spectrum) {
        List<Consumer<AudioBlock>> all = new ArrayList<>(hear);
        if (plan.match() != null) {
            all.add(spectrum::accept);
        }
        return all;
    }

    private void noteCrest(DynamicsSetting dynamics, double before, double reached) {
        double planned = plan.value("punch");
        if (!dynamics.on() || Math.abs(reached - planned) <= CREST_TOLERANCE_DB) {
            return;
        }
        boolean raises = dynamics.requireCurve().expands();
        boolean fellShort = raises ? reached < planned : reached > planned;
        notes.add(String.format(
                Locale.ROOT,
                "Dynamics and width brought the crest factor from %.1f dB, behind the tone, to %.1f dB instead of to the"
                        + " planned %.1f%s.",
                before,
                reached,
                planned,
                fellShort ? ": more would be heard as " + (raises ? "expansion" : "compression") : ""));
    }

    /** Says so where a band is so much of its own peaks that it cannot keep its level. */
    private void noteLevels(DynamicsSetting dynamics) {
        if (!dynamics.on()) {
            return;
        }
        List<String> ranges = BandSplit.ranges(format.sampleRateHz());
        for (int band = 0; band < ranges.size(); band++) {
            double level = dynamics.levelsDb().get(band);
            if (Math.abs(level) > LEVEL_TOLERANCE_DB) {
                notes.add(String.format(
                        Locale.ROOT,
                        "Dynamics left what is %s %.1f dB %s: its peaks are most of it.",
                        ranges.get(band),
                        Math.abs(level),
                        level < 0 ? "quieter" : "louder"));
            }
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

    private WidthSetting width(MidSide midSide, RememberedTrack toned) {
        if (!changesWidth()) {
            return WidthSetting.NONE;
        }
        double planned = plan.value("width");
        double power = midSide.sidePowerFor(planned);
        return power > 1 ? WidthDesign.of(midSide, balance(toned), planned) : WidthDesign.narrowed(midSide, power);
    }

    /** Listens once more where the sides are to be raised: the spectrum says how far they may be, and where. */
    private TonalBalance balance(RememberedTrack toned) {
        if (balance == null) {
            LongTermSpectrum spectrum = new LongTermSpectrum(format);
            Chain.run(toned, List.of(), progress, "probing", spectrum::accept);
            balance = spectrum.finish();
        }
        return balance;
    }

    private void noteWidth(Shaped shaped) {
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
        double reached = shaped.energies().width();
        if (Math.abs(reached - planned) > 0.005) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Width is %.3f instead of the planned %.3f: %s.",
                    reached,
                    planned,
                    widthWords(shaped.setting().width(), planned < reached)));
        }
        if (reached > OPPOSED_WIDTH) {
            notes.add(
                    "Left and right are nearly opposite: what is heard in mono is next to nothing. If that is a fault of"
                            + " the source, turn one channel's polarity round first.");
        }
    }

    private static String widthWords(WidthSetting width, boolean narrows) {
        if (narrows) {
            return "the middle holds too little to lower the sides that far";
        }
        return width.guarded()
                ? "wider, left and right would be out of phase in a part of the spectrum"
                : "the sides hold too little to be raised that far";
    }
}
