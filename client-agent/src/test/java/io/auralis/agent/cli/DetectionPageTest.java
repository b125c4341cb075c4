package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reliability table of the page is what the command prints; renew it with {@code -Dgolden.update=true}. */
class DetectionPageTest {
    private static final Path PAGE = Path.of("..", "docs", "detection.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- model calibration 1\\.0\\.0 -->\n```\n)(.*?)(```\n)", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void thePagesReliabilityTableIsTheModels() throws Exception {
        CommandRun run = CommandRun.of(folder.resolve("home"), "model", "calibration", "1.0.0");
        assertThat(run.code()).as(run.err()).isZero();
        String printed = run.out().replace(System.lineSeparator(), "\n");
        String page = Files.readString(PAGE);
        if (Boolean.getBoolean("golden.update")) {
            page = TABLE.matcher(page).replaceFirst(match -> match.group(1) + printed + match.group(3));
            Files.writeString(PAGE, page);
        }
        var table = TABLE.matcher(page);
        assertThat(table.find()).isTrue();
        assertThat(table.group(2)).isEqualTo(printed);
    }
}
