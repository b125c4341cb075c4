package io.auralis.agent.cli;

import io.auralis.agent.report.Figures;
import io.auralis.agent.report.MeterRow;
import java.util.ArrayList;
import java.util.List;

/** A batch in words: each track's loudness before and after, and what failed and why. */
final class BatchText {
    private BatchText() {}

    static List<String> lines(BatchResult result) {
        List<String> lines = new ArrayList<>();
        if (!result.done().isEmpty()) {
            Table table = new Table().row("LUFS before", "after", "dBTP", "track");
            for (BatchResult.Done one : result.done()) {
                table.row(
                        MeterRow.LOUDNESS.of(one.mastered().report().before()),
                        MeterRow.LOUDNESS.of(one.mastered().report().after()),
                        Figures.level(one.mastered().report().after().truePeakDbtp()),
                        one.mastered().report().output().toString());
            }
            lines.addAll(table.lines());
        }
        for (BatchResult.Failed one : result.failed()) {
            lines.add("Failed: " + one.input() + ": " + one.error());
        }
        lines.add(result.done().size() + " mastered, " + result.skipped().size() + " done before, "
                + result.failed().size() + " failed.");
        return lines;
    }
}
