package io.auralis.agent.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param done the tracks mastered, in the batch's order
 * @param skipped those that an earlier run had done
 * @param failed those that could not be
 */
record BatchResult(List<Done> done, List<Skipped> skipped, List<Failed> failed) {
    BatchResult {
        done = List.copyOf(done);
        skipped = List.copyOf(skipped);
        failed = List.copyOf(failed);
    }

    record Done(Path input, TrackMastering.Done mastered) {}

    record Skipped(String input, String output) {}

    /** @param code the exit code that it would be alone */
    record Failed(String input, String error, int code) {}

    /** 0 if nothing failed, 2 if there is nothing but bad input, else 1. */
    int exitCode() {
        if (failed.isEmpty()) {
            return ExitCode.OK;
        }
        boolean onlyBadInput =
                done.isEmpty() && skipped.isEmpty() && failed.stream().allMatch(one -> one.code() == ExitCode.USAGE);
        return onlyBadInput ? ExitCode.USAGE : ExitCode.FAILURE;
    }
}
