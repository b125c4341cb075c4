package io.auralis.engine.mastering;

import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.util.Locale;
import java.util.Optional;

/**
 * Which gain brings the track to its loudness, and how much of it the crest guard lets through: a target that could only
 * be reached by crushing the peaks is missed instead, and the report says so.
 *
 * @param gainDb gain before the limiter
 * @param heldBackDb how much the guard held back; 0 where it did not act
 * @param limitingDb how far the limiter has to lower the highest peak
 * @param allowedLimitingDb how far it may
 * @param headroomDb from the highest peak to the ceiling, negative where the limiter must act
 */
record LoudnessAim(double gainDb, double heldBackDb, double limitingDb, double allowedLimitingDb, double headroomDb) {
    /**
     * Lowering single peaks by this much is rarely heard, whatever the crest factor: of four dense metal mixes the one that
     * lost most lost 0.29 LU of its loudness range, 0.27 with 2.85 dB.
     */
    private static final double ALWAYS_ALLOWED_DB = 2.93;

    /** More is heard as distortion and loss of attack, even where the crest factor could spare it. */
    private static final double NEVER_MORE_DB = 6;

    /** The standard's 4x meter under-reads by up to 0.69 dB (BS.1770-5 Annex 2); dither adds next to nothing. */
    private static final double SURE_HEADROOM_DB = 0.8;

    /**
     * @param beforeGain what comes out of the chain before the loudness stage
     * @param correctionDb what an earlier attempt missed the target by
     * @param marginDb how far under the plan's ceiling the limiter must stay
     */
    static LoudnessAim of(MasteringPlan plan, Meters beforeGain, double correctionDb, double marginDb) {
        return of(plan, beforeGain, correctionDb, marginDb, true);
    }

    /** @param guarded whether the crest guard acts; an album has asked it already, for all its tracks at once */
    static LoudnessAim of(
            MasteringPlan plan, Meters beforeGain, double correctionDb, double marginDb, boolean guarded) {
        double loudness = beforeGain.integratedLufs();
        double wanted = Double.isInfinite(loudness) ? 0 : plan.value("loudness") - loudness + correctionDb;
        double ceiling = plan.value("ceiling") - marginDb;
        double crest = beforeGain.crestDb();
        double toSpare = Math.max(0, crest - plan.value("punch"));
        double allowed = Math.min(NEVER_MORE_DB, ALWAYS_ALLOWED_DB + toSpare);
        double limiting = Math.max(0, beforeGain.truePeakDbtp() + wanted - ceiling);
        double heldBack = Double.isInfinite(loudness) || !guarded ? 0 : Math.max(0, limiting - allowed);
        return new LoudnessAim(
                wanted - heldBack,
                heldBack,
                limiting - heldBack,
                allowed,
                ceiling - beforeGain.truePeakDbtp() - wanted);
    }

    /** Whether the limiter may have anything to do; without one the peak is where the measurement foretold it. */
    boolean mayOvershoot() {
        return headroomDb < SURE_HEADROOM_DB;
    }

    Optional<String> note(MasteringPlan plan, double reachedLufs) {
        if (Double.isInfinite(reachedLufs)) {
            return Optional.of("The loudness was left as it is: the track is silent or too short to measure it.");
        }
        // Else the note would give the same figure twice.
        boolean shown = Math.abs(plan.value("loudness") - reachedLufs) > LevelSearch.LOUDNESS_TOLERANCE_LU;
        if (heldBackDb == 0 || !shown) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "Loudness is %.1f LUFS instead of the planned %.1f: the limiter would have had to lower peaks by %.1f dB,"
                        + " and more than %.1f dB would crush the track.",
                reachedLufs,
                plan.value("loudness"),
                limitingDb + heldBackDb,
                allowedLimitingDb));
    }
}
