package io.auralis.agent.report;

import io.auralis.engine.curves.BandLevel;
import io.auralis.engine.mastering.MasteringReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A third of an octave before and after, at the same loudness.
 *
 * @param centreHz its middle
 * @param beforeDb level, dB of full scale
 * @param afterDb level less what the whole track became louder by, dB
 * @param audible whether there was anything there to be changed
 */
record SpectrumRow(double centreHz, double beforeDb, double afterDb, boolean audible) {
    /** So far under the loudest band is the file's own noise, and a difference there says nothing. */
    private static final double DEPTH_DB = 80;

    /** The bands that both tracks hold; empty where one is silent. */
    static List<SpectrumRow> of(MasteringReport report, MasteringReport.Curves curves) {
        double louder = report.after().integratedLufs() - report.before().integratedLufs();
        if (!Double.isFinite(louder)) {
            return List.of();
        }
        List<BandLevel> before = curves.before().bands();
        List<BandLevel> after = curves.after().bands();
        double loudest = before.stream().mapToDouble(BandLevel::levelDb).max().orElse(0);
        List<SpectrumRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            double beforeDb = before.get(i).levelDb();
            double afterDb = after.get(i).levelDb() - louder;
            boolean audible = beforeDb > loudest - DEPTH_DB && Double.isFinite(afterDb);
            rows.add(new SpectrumRow(before.get(i).centreHz(), beforeDb, afterDb, audible));
        }
        return rows;
    }

    /** What mastering did to the band's tone. */
    double differenceDb() {
        return afterDb - beforeDb;
    }

    /** For example 63 Hz or 2.5 kHz; the names of IEC 61260-1 to two digits. */
    String name() {
        double hertz = Double.parseDouble(String.format(Locale.ROOT, "%.1e", centreHz));
        return hertz < 1_000
                ? String.format(Locale.ROOT, "%.0f Hz", hertz)
                : String.format(Locale.ROOT, "%.1f kHz", hertz / 1_000).replace(".0", "");
    }
}
