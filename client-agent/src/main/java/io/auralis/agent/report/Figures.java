package io.auralis.agent.report;

import io.auralis.engine.plan.PlannedParameter;
import java.util.Locale;

/** Figures as listeners read them, the same in the text and on the page. */
public final class Figures {
    private Figures() {}

    /** A level or a difference of levels to a tenth, as meters display them (EBU Tech 3341). */
    public static String level(double value) {
        return Double.isFinite(value) ? number("%.1f", value) : "silent";
    }

    /** A parameter's base, in its own precision. */
    public static String base(PlannedParameter parameter) {
        return value(parameter, parameter.base());
    }

    /** What the personal layer adds, with its sign; empty for nothing. */
    public static String personal(PlannedParameter parameter) {
        return parameter.personal() == 0 ? "" : number(form(parameter).replace("%", "%+"), parameter.personal());
    }

    /** What is applied. */
    public static String applied(PlannedParameter parameter) {
        return value(parameter, parameter.finalValue());
    }

    /** A difference with its sign, to a tenth. */
    static String signed(double value) {
        return number("%+.1f", value);
    }

    /** The plan may be to leave a loudness that could not be measured. */
    private static String value(PlannedParameter parameter, double value) {
        return Double.isFinite(value) ? number(form(parameter), value) : "none";
    }

    private static String form(PlannedParameter parameter) {
        return parameter.name().equals("width") ? "%.3f" : "%.1f";
    }

    static String number(String form, double value) {
        String text = String.format(Locale.ROOT, form, value);
        // A rounded zero has no sign.
        return text.matches("[-+]0(\\.0*)?") ? text.substring(1) : text;
    }
}
