package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.home.AuralisHome;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page of commands is their own help; renew it with {@code -Dgolden.update=true}. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "commands.md");

    @Test
    void thePageIsWhatTheCommandsSayOfThemselves() throws Exception {
        String page = page();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    @Test
    void everyCommandSaysWhatItDoesWithAnExampleAndSpeaksJson() {
        assertThat(commands(line(), "auralis")).isNotEmpty().allSatisfy(named -> {
            assertThat(named.help()).as(named.name()).contains("Example: auralis ", "--help");
            if (named.command().getSubcommands().isEmpty()) {
                assertThat(named.help()).as(named.name()).contains("--json");
            }
        });
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder("# Commands\n\nWhat each command says with `--help`. Exit codes: 0 done, 1"
                        + " the environment failed (disk, network), 2 usage or bad input, 3 refused or not permitted, 4 a mistake"
                        + " of ours.\n");
        for (Named named : commands(line(), "auralis")) {
            page.append("\n## ")
                    .append(named.name())
                    .append("\n\n```\n")
                    .append(named.help().strip())
                    .append("\n```\n");
        }
        return page.toString();
    }

    private static CommandLine line() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return Auralis.line(new Session(
                new AuralisHome(Path.of("home")),
                Clock.systemUTC(),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                nowhere,
                nowhere,
                false));
    }

    private static List<Named> commands(CommandLine line, String prefix) {
        List<Named> all = new ArrayList<>();
        line.getSubcommands().forEach((name, command) -> {
            all.add(new Named(prefix + " " + name, command));
            all.addAll(commands(command, prefix + " " + name));
        });
        return all;
    }

    private record Named(String name, CommandLine command) {
        String help() {
            return command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(System.lineSeparator(), "\n");
        }
    }
}
