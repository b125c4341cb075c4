package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.auralis.agent.home.AuralisHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeSamplesTest {
    private static final Pattern SAMPLE = Pattern.compile("(?m)(?:^|`)auralis ([^`\\n]+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @Test
    void every_command_line_of_the_readme_is_one_that_the_program_takes() throws IOException {
        List<String[]> samples = samples(Files.readString(Path.of("README.md")));
        assertThat(samples).hasSizeGreaterThan(10);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Session session = new Session(
                new AuralisHome(Path.of("home")),
                Clock.systemUTC(),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                nowhere,
                nowhere,
                false);
        for (String[] sample : samples) {
            assertThatCode(() -> Auralis.line(session, sample).parseArgs(sample))
                    .as(String.join(" ", sample))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({"library.md, 10", "listening.md, 8"})
    void everyCommandLineOfAPageIsOneThatTheProgramTakes(String name, int moreThan) throws IOException {
        String page = Files.readString(Path.of("..", "docs", name))
                .replace("./auralis", "auralis")
                .replaceAll(" +#.*", "");
        List<String[]> samples = samples(page);
        assertThat(samples).hasSizeGreaterThan(moreThan);
        for (String[] sample : samples) {
            assertThatCode(() -> Auralis.line(session(), sample).parseArgs(sample))
                    .as(String.join(" ", sample))
                    .doesNotThrowAnyException();
        }
    }

    private static Session session() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return new Session(
                new AuralisHome(Path.of("home")),
                Clock.systemUTC(),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                nowhere,
                nowhere,
                false);
    }

    private static List<String[]> samples(String page) {
        List<String[]> samples = new ArrayList<>();
        Matcher sample = SAMPLE.matcher(page);
        while (sample.find()) {
            samples.add(WORD.matcher(sample.group(1))
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toArray(String[]::new));
        }
        return samples;
    }
}
