package io.auralis.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarksPageTest {
    private static final String COMMAND = "./auralis benchmark ";

    @Test
    void everyCommandOfTheReadmeIsOneThatTheProgramTakes() throws IOException {
        List<String> commands = Files.readString(Path.of("README.md"))
                .replace("\\\n", " ")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(COMMAND))
                .map(line -> line.replaceAll(" +#.*", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
        for (String command : commands) {
            String[] words = command.substring(COMMAND.length()).strip().split(" +", -1);
            assertThatCode(() -> BenchmarkCommand.line().parseArgs(words))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }
}
