package io.auralis.agent.personal;

import io.auralis.contracts.taste.TasteDimension;
import java.util.Locale;

/** How dimensions and values are said to the listener. */
public final class Words {
    private Words() {}

    /** For example {@code low-mid}. */
    public static String name(TasteDimension dimension) {
        return dimension.key().replace('_', '-');
    }

    /** A value with its sign, the dimension's digits and unit, for example {@code +0.3 dB} or {@code -0.05}. */
    public static String signed(TasteDimension dimension, double value) {
        String digits = dimension == TasteDimension.WIDTH ? ".2f" : ".1f";
        // A value that rounds to zero has no sign.
        String number = dimension.toSteps(value) == 0
                ? String.format(Locale.ROOT, "%" + digits, 0.0)
                : String.format(Locale.ROOT, "%+" + digits, value);
        return dimension.unit().isEmpty() ? number : number + " " + dimension.unit();
    }

    /** How large a difference is, without a sign. */
    public static String size(TasteDimension dimension, double difference) {
        String number =
                String.format(Locale.ROOT, dimension == TasteDimension.WIDTH ? "%.2f" : "%.1f", Math.abs(difference));
        return dimension.unit().isEmpty() ? number : number + " " + dimension.unit();
    }

    /** An interval, for example {@code +0.1 dB to +0.5 dB}. */
    public static String interval(TasteDimension dimension, double low, double high) {
        return signed(dimension, low) + " to " + signed(dimension, high);
    }

    /** What a change of the profile does, and why. */
    static String move(PersonalProfile before, Delta after) {
        double old =
                before.delta(after.type(), after.dimension()).map(Delta::value).orElse(0.0);
        return after.type() + " " + name(after.dimension()) + " "
                + signed(after.dimension(), after.value() - old) + " (now "
                + signed(after.dimension(), after.value()) + "): " + after.evidence();
    }
}
