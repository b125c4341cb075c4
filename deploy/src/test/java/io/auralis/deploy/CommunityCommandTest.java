package io.auralis.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommunityCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPortOutOfRangeIsWrongUsageInOneSentence() {
        assertThat(run("up", "--home", folder.toString(), "--kafka-port", "99999"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "auralis: --kafka-port must be 1 to 65535, is 99999. See 'auralis community up --help'.");
    }

    @Test
    void resetDeletesNothingWithoutConsent() throws Exception {
        Path data = Files.writeString(folder.resolve("ports.properties"), "ingest=1\n");
        assertThat(run("reset", "--home", folder.toString())).isEqualTo(3);
        assertThat(data).exists();
    }

    @Test
    void resetRefusesAFolderThatIsNoStack() throws Exception {
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "precious");
        assertThat(run("reset", "--yes", "--home", folder.toString())).isEqualTo(1);
        assertThat(precious).exists();
        assertThat(err.toString()).contains("There is no stack in");
    }

    @Test
    void statusAndDownOfNoStackSaySo() {
        assertThat(run("status", "--home", folder.toString())).isZero();
        assertThat(out.toString()).contains("No stack was ever started in " + folder);
        assertThat(run("down", "--home", folder.toString())).isZero();
        assertThat(out.toString()).contains("The stack was not up.");
        assertThat(run("status", "--json", "--home", folder.toString())).isZero();
        assertThat(out.toString()).contains("\"up\" : false");
    }

    private int run(String... arguments) {
        CommandLine line = CommunityCommand.commandLine();
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
