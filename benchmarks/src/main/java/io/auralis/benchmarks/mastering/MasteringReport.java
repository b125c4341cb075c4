package io.auralis.benchmarks.mastering;

import io.auralis.benchmarks.process.Machine;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * @param machine where it was measured
 * @param asked of every program
 * @param rounds of each
 * @param songs file names
 * @param seconds length of all songs together
 * @param rows a program each
 */
public record MasteringReport(
        Machine machine, Asked asked, int rounds, List<String> songs, double seconds, List<MasteringRow> rows) {
    public MasteringReport {
        songs = List.copyOf(songs);
        rows = List.copyOf(rows);
    }

    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d cores, load %.2f before; %d songs, %.0f s, medians of %d rounds; asked: %.1f LUFS, %.1f dBTP%n%n",
                machine.processor(),
                machine.cores(),
                machine.loadBefore(),
                songs.size(),
                seconds,
                rounds,
                asked.lufs(),
                asked.ceilingDbtp()));
        text.append(String.format(
                Locale.ROOT,
                "%-20s %10s %12s %9s %12s | %9s %10s %9s%n",
                "",
                "x realtime",
                "CPU s/min",
                "peak MB",
                "wall / ours",
                "peak dBTP",
                "off by LU",
                "range LU"));
        for (MasteringRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-20s %10.1f %12.2f %9.0f %12.2f | %9s %10s %9s%n",
                    row.name(),
                    row.timesRealtime(),
                    row.cpuSeconds(),
                    row.peakBytes() / 1e6,
                    row.wallRatio(),
                    figure("%.2f", row.peakDbtp()),
                    figure("%.2f", row.loudnessErrorLu()),
                    figure("%+.2f", row.rangeChangeLu())));
        }
        return text.toString();
    }

    private static String figure(String form, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "";
    }
}
