package io.auralis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final StringWriter err = new StringWriter();

    @Command(name = "fail")
    private record Failing(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Test
    void aFailureOfTheEnvironmentIsOneSentenceAndExitCode1() {
        assertThat(run(new SimulationException("The aggregator is away."))).isEqualTo(1);
        assertThat(run(new CancellationException("The run was stopped."))).isEqualTo(1);
        assertThat(run(new IOException("No space left."))).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "auralis: The aggregator is away.", "auralis: The run was stopped.", "auralis: No space left.");
    }

    @Test
    void aMistakeOfOursIsExitCode4() {
        assertThat(run(new IllegalStateException("seven"))).isEqualTo(4);
        assertThat(err.toString()).contains("internal error").doesNotContain("\tat ");
    }

    private int run(Exception failure) {
        return Failures.handledBy(new CommandLine(new Failing(failure)))
                .setErr(new PrintWriter(err, true))
                .execute();
    }
}
