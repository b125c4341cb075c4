package io.auralis.agent.report;

import io.auralis.engine.mastering.Levelling;

/** How the figures were come by, so that others can check them. */
final class MethodPart {
    private MethodPart() {}

    static void write(Markup page, Levelling levelling) {
        page.element("h2", "How it was measured");
        page.open("ul");
        page.element(
                "li",
                "Before is the input as it was decoded. After is the very samples of the file that was written; a lossy"
                        + " file was decoded again.");
        page.element("li", levelling(levelling));
        page.element(
                "li",
                "Loudness is by ITU-R BS.1770-5, loudness range by EBU Tech 3342, the loudest 3 s and 0.4 s by EBU Tech"
                        + " 3341, looked up every 10 ms.");
        page.element(
                "li",
                "True peak is by BS.1770-5, oversampled 4x; the 16x reading is by a stricter meter of our own, and is"
                        + " what keeps the ceiling.");
        page.element("li", "Crest factor is the highest sample over the root mean square, over all channels.");
        page.element(
                "li",
                "The loudness curve has a reading every 100 ms; where there are more than fit, each point is their mean"
                        + " by power. The spectrum is the mean power of overlapping Hann windows in thirds of an octave"
                        + " (IEC 61260-1).");
        page.close("ul");
    }

    private static String levelling(Levelling levelling) {
        String attempts = levelling.attempts() == 1
                ? "The file was as planned at the first attempt"
                : "The file was written and measured " + levelling.attempts() + " times";
        return levelling.limiterMostReductionDb() == 0
                ? attempts + "; the limiter had nothing to do."
                : attempts + "; the limiter took off " + Figures.level(levelling.limiterMostReductionDb())
                        + " dB at most.";
    }
}
