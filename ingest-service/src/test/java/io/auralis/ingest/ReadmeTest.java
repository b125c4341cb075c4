package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportSubmission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is so. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("auralis.root"));

    private final String readme = read(ROOT.resolve("ingest-service/README.md"));

    @Test
    void theWithdrawalShownTakesTheReportShownBack() {
        Path examples = ROOT.resolve(found("examples=(\\S+)"));
        Path valid = examples.resolve(found("\\$examples/(valid/[a-z-]+\\.json)"));
        assertThat(examples.resolve(found("\\$examples/(invalid/[a-z-]+\\.json)")))
                .exists();
        ReportSubmission shown = Json.read(bytes(valid), ReportSubmission.class);
        assertThat(shown.report().month()).isEqualTo(found("sed \"s/([0-9-]+)/"));
        assertThat(found(ReportHeaders.SECRET + ": ([0-9a-f]{64})'"))
                .isEqualTo(shown.secret().hex());
        assertThat(found("v1/reports/([0-9a-f]{64})")).isEqualTo(shown.secret().reportId());
        assertThat(Long.parseLong(found(ReportHeaders.NUMBER + ": ([0-9]+)'"))).isGreaterThan(shown.number());
    }

    @Test
    void theTableOfSettingsHasEachWithItsDefault() {
        Map<String, String> shown = new TreeMap<>();
        Pattern.compile("^\\| `(auralis\\.[a-z.-]+)` \\| `([^`]+)` \\|", Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .forEach(row -> shown.put(row.group(1), row.group(2)));
        assertThat(shown).isEqualTo(defaults());
    }

    /** As the mappings declare them; read from their sources, since a mapping does not tell a default it has replaced. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (String mapping : new String[] {
            "broker/TopicSettings",
            "broker/ProducerSettings",
            "reception/ReceptionSettings",
            "intake/IntakeSettings",
            "keys/TokenSettings",
            "issuance/IssuanceSettings",
            "redemption/RedemptionSettings"
        }) {
            String source = read(ROOT.resolve("ingest-service/src/main/java/io/auralis/ingest/" + mapping + ".java"));
            String prefix = group(source, "@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
            Pattern.compile("@WithDefault\\(\"([^\"]+)\"\\)\\s+[\\w<>]+ (\\w+)\\(\\)")
                    .matcher(source)
                    .results()
                    .forEach(setting -> defaults.put(prefix + "." + dashed(setting.group(2)), setting.group(1)));
        }
        return defaults;
    }

    private static String dashed(String name) {
        return Pattern.compile("[A-Z]")
                .matcher(name)
                .replaceAll(upper -> "-" + upper.group().toLowerCase(Locale.ROOT));
    }

    private String found(String pattern) {
        return group(readme, pattern);
    }

    private static String group(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError("nothing matches " + pattern));
    }

    private static String read(Path file) {
        return new String(bytes(file), UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
