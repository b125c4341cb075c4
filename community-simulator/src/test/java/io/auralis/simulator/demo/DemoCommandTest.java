package io.auralis.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCommandTest {
    @TempDir
    Path empty;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"--listeners 149", "--listeners many", "--music /no/such/folder", "--loud"})
    void aMistakeGivesOneSentenceAndExitCode2(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("auralis: ").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFolderWithoutSongsIsAMistake() {
        assertThat(run("--music", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no FLAC");
    }

    @Test
    void helpShowsExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("auralis demo --keep");
    }

    private int run(String... arguments) {
        return DemoCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
