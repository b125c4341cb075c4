package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the levels of the output by trial: gain and limiter are set as the measurement foretells, the written file is
 * measured, and what it missed is corrected in the next attempt. What the limiter takes from the loudness and what its
 * moving gain puts on a peak needs one correction at most.
 *
 * <p>What a lossy coding lifts over the ceiling lowers the limiter's threshold, and where the crest guard is reached the
 * gain with it: the guard counts what the coding adds. A coding may lift other peaks each time it is given other samples,
 * so limiting more need not help. From the sixth attempt on a last gain after the limiter takes off what is over: it shifts
 * the coding's peaks with the music. Loudness is then missed by as much, and the report says so: the ceiling comes first.
 */
final class LevelSearch {
    /** A tenth of the LU to which loudness is displayed (EBU Tech 3341). */
    static final double LOUDNESS_TOLERANCE_LU = 0.05;
    /**
     * What another meter, which passes more of the last twentieth of the band than ours, reads more: 0.03 dB on four dense
     * mixes by exact interpolation, and 0.08 by a short filter with a ripple of its own. Of what was decoded all read the
     * same: codings leave nothing up there.
     */
    private static final double OTHER_METERS_DB = 0.1;
    /** The limiter's moving gain lifts a peak by 0.02 dB at most on the music tried; dither by 0.0005 dB at 16 bits. */
    private static final double CEILING_MARGIN_DB = 0.03;
    /** Shaped noise can reach 14 steps, 0.01 dB of a peak at the lowest ceiling of -9 dBTP. */
    private static final double SHAPED_MARGIN_DB = 0.01;
    /** A coding does not lift the same peak by the same each time; that much more, and more each time, spares further attempts. */
    private static final double CODING_MARGIN_DB = 0.05;
    /** Attempts in which more limiting may help. */
    private static final int LIMITER_ATTEMPTS = 5;

    private static final int MOST_ATTEMPTS = 8;

    private final MasteringPlan plan;
    private final Meters beforeGain;
    private final boolean lossy;
    private final double otherMetersDb;
    private final double usualMarginDb;
    private final boolean guarded;
    private LoudnessAim aim;
    private int attempt = 1;
    private double correctionDb;
    private double marginDb;
    private double lastGainDb;
    private @Nullable Limiter limiter;

    /** @param beforeGain what comes out of the chain before the loudness stage */
    LevelSearch(MasteringPlan plan, Meters beforeGain, boolean lossy, Dither dither) {
        this(plan, beforeGain, lossy, dither, true);
    }

    private LevelSearch(MasteringPlan plan, Meters beforeGain, boolean lossy, Dither dither, boolean guarded) {
        this.plan = plan;
        this.guarded = guarded;
        this.otherMetersDb = lossy ? 0 : OTHER_METERS_DB;
        this.usualMarginDb = otherMetersDb + ownMarginDb(dither);
        this.marginDb = usualMarginDb;
        this.beforeGain = beforeGain;
        this.lossy = lossy;
        this.aim = LoudnessAim.of(plan, beforeGain, 0, usualMarginDb, guarded);
    }

    /** Without the crest guard: the plan's loudness is what an album's guard let through. */
    static LevelSearch unguarded(MasteringPlan plan, Meters beforeGain, boolean lossy, Dither dither) {
        return new LevelSearch(plan, beforeGain, lossy, dither, false);
    }

    /** How far under the ceiling the limiter stays in the first attempt at a lossless file, and at most at any other, dB. */
    static double usualMarginDb(Dither dither) {
        return OTHER_METERS_DB + ownMarginDb(dither);
    }

    private static double ownMarginDb(Dither dither) {
        return CEILING_MARGIN_DB + (dither == Dither.SHAPED ? SHAPED_MARGIN_DB : 0);
    }

    /** Fresh stages for the next attempt. */
    List<Stage> stages(AudioFormat format) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Gain(aim.gainDb()));
        // Where no limiter was needed before the coding, one is where the coding lifted a peak.
        if (aim.mayOvershoot() || marginDb > usualMarginDb) {
            limiter = new Limiter(format, plan.value("ceiling") - marginDb);
            stages.add(limiter);
        } else {
            limiter = null;
        }
        if (lastGainDb != 0) {
            stages.add(new Gain(lastGainDb));
        }
        return stages;
    }

    /** Whether an attempt is the one to keep: it is good, or no further one is made. */
    boolean accepts(OutputMeter.Reading reading) {
        boolean loudEnough = lastGainDb < 0 || Math.abs(loudnessMiss(reading)) <= LOUDNESS_TOLERANCE_LU;
        return attempt == MOST_ATTEMPTS || (toLower(reading) <= 0 && loudEnough);
    }

    /** Sets the next attempt by what this one missed. */
    void learn(OutputMeter.Reading reading) {
        double toLower = toLower(reading);
        if (toLower > 0 && lossy && attempt >= LIMITER_ATTEMPTS) {
            lastGainDb -= toLower + CODING_MARGIN_DB;
        } else {
            marginDb += toLower > 0 ? toLower + (lossy ? CODING_MARGIN_DB * attempt : CEILING_MARGIN_DB) : 0;
            correctionDb += loudnessMiss(reading);
            aim = LoudnessAim.of(plan, beforeGain, correctionDb, marginDb, guarded);
        }
        attempt++;
    }

    /** How the level of the attempt made last was reached. */
    Levelling levelling() {
        // A limiter that had nothing to do took off 0, not minus 0.
        return new Levelling(attempt, limiter == null ? 0 : 0 - limiter.lowestGainDb());
    }

    /** Where the result differs from the plan and why, a sentence each. */
    List<String> notes(OutputMeter.Reading reading) {
        List<String> notes = new ArrayList<>();
        double reached = reading.meters().integratedLufs();
        aim.note(plan, reached).ifPresent(notes::add);
        if (notes.isEmpty() && Math.abs(loudnessMiss(reading)) > LOUDNESS_TOLERANCE_LU) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Loudness is %.2f LUFS instead of the planned %.2f: %s.",
                    reached,
                    plan.value("loudness"),
                    lastGainDb < 0
                            ? "the coding lifts peaks, and the ceiling comes first; more bits lift them less"
                            : "the limiter takes off as much as more gain would add"));
        }
        if (over(reading) > 0) {
            notes.add(overNote(over(reading), "."));
        }
        return notes;
    }

    static String overNote(double overDb, String end) {
        return String.format(Locale.ROOT, "The true peak is %.2f dB over the ceiling%s", overDb, end);
    }

    /** By how much the highest peak must come down for any meter to find it under the ceiling, dB. */
    private double toLower(OutputMeter.Reading reading) {
        return over(reading) + otherMetersDb;
    }

    private double over(OutputMeter.Reading reading) {
        return reading.highestPeakDbtp() - plan.value("ceiling");
    }

    /** By how much the loudness can still be bettered, LU. */
    private double loudnessMiss(OutputMeter.Reading reading) {
        double reached = reading.meters().integratedLufs();
        if (Double.isInfinite(reached) || aim.heldBackDb() > 0) {
            return 0;
        }
        return plan.value("loudness") - reached;
    }
}
