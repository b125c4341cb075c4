package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.Workers;
import io.auralis.agent.report.Figures;
import io.auralis.agent.report.MeterRow;
import io.auralis.engine.mastering.Decided;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code master --dry-run --json} prints of a batch: what would be done to each track; nothing is written.
 *
 * @param files in the batch's order
 * @param failed those that cannot be mastered
 */
record BatchPlan(List<Planned> files, List<Failed> failed) {
    private sealed interface Outcome {}

    /** A track's own plan, with what it would be made from. */
    record Planned(String input, @JsonUnwrapped PlanView view) implements Outcome {}

    /** @param code the exit code that it would be alone */
    record Failed(String input, String error, @JsonIgnore int code) implements Outcome {}

    /** Listens to a track and decides. */
    @FunctionalInterface
    interface Work {
        Decided decide(BatchItem item);
    }

    /** @param jobs how many tracks are listened to at a time */
    static BatchPlan of(List<BatchItem> items, int jobs, BatchProgress progress, Work work) {
        List<Planned> files = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (Outcome one : Workers.each(items, jobs, item -> one(item, progress, work))) {
            if (one instanceof Planned planned) {
                files.add(planned);
            } else if (one instanceof Failed failure) {
                failed.add(failure);
            }
        }
        return new BatchPlan(files, failed);
    }

    private static Outcome one(BatchItem item, BatchProgress progress, Work work) {
        String input = item.input().toString();
        try {
            return new Planned(input, PlanView.of(work.decide(item), item.output()));
        } catch (RuntimeException e) {
            int code = new Failures().codeOf(e);
            return new Failed(input, Failures.sentence(e, code), code);
        } finally {
            progress.finished();
        }
    }

    /** As {@link BatchResult#exitCode()}. */
    int exitCode() {
        if (failed.isEmpty()) {
            return ExitCode.OK;
        }
        boolean onlyBadInput = files.isEmpty() && failed.stream().allMatch(one -> one.code() == ExitCode.USAGE);
        return onlyBadInput ? ExitCode.USAGE : ExitCode.FAILURE;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!files.isEmpty()) {
            Table table = new Table().row("LUFS before", "planned", "type", "track");
            for (Planned one : files) {
                table.row(
                        MeterRow.LOUDNESS.of(one.view().before()),
                        Figures.applied(one.view().plan().parameter("loudness")),
                        one.view().detection().type().name(),
                        one.view().output());
            }
            lines.addAll(table.lines());
        }
        failed.forEach(one -> lines.add("Failed: " + one.input() + ": " + one.error()));
        lines.add(files.size() + " would be mastered, " + failed.size()
                + " cannot be. Nothing was written; of a single track --dry-run says the whole plan.");
        return lines;
    }
}
