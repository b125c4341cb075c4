package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** What {@code master --json} prints of a batch. */
record BatchView(List<Mastered> files, List<BatchResult.Skipped> skipped, List<Failed> failed) {
    /** A track's own view, with what it was made from. */
    record Mastered(String input, @JsonUnwrapped MasterView view) {}

    record Failed(String input, String error) {}

    static BatchView of(BatchResult result) {
        return new BatchView(
                result.done().stream()
                        .map(one -> new Mastered(one.input().toString(), MasterView.of(one.mastered())))
                        .toList(),
                result.skipped(),
                result.failed().stream()
                        .map(one -> new Failed(one.input(), one.error()))
                        .toList());
    }
}
