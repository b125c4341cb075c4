package io.auralis.engine.plan;

import io.auralis.engine.match.MatchCurve;
import java.util.OptionalDouble;

/**
 * Where a reference is to bring a track, in place of the base model's tone, width and loudness.
 *
 * @param name the reference's
 * @param curve to its tone, by the amount
 * @param loudnessLufs its integrated loudness
 * @param width its side energy over mid plus side energy; empty where it is mono and has none to match
 * @param amount how much of the way is gone, 0 to 1
 */
public record ReferenceAim(String name, MatchCurve curve, double loudnessLufs, OptionalDouble width, double amount) {
    /** A match raises single bands; a ceiling closer to full scale would leave a lossy coding no room. */
    static final double HIGHEST_CEILING_DBTP = -1;

    String words() {
        return "reference \"" + name + "\" by " + Words.number(amount * 100) + " %";
    }

    /** The way from a track's own value to the reference's. */
    double from(double own, double theirs) {
        return Double.isFinite(own) ? own + amount * (theirs - own) : theirs;
    }
}
