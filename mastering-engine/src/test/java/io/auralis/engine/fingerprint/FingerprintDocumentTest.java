package io.auralis.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds docs/fingerprint.md to the code: keys, order, units, typical ranges, schema, and what silence reads. */
class FingerprintDocumentTest {
    private static String document = "";

    @BeforeAll
    static void read() throws IOException {
        document = Files.readString(Path.of("../docs/fingerprint.md"));
    }

    @Test
    void theTableHasTheDimensionsInOrderWithUnitRangeAndVersion() {
        List<String> rows = document.lines()
                .filter(line -> line.startsWith("| `"))
                // The last column, what a lossy coding may change, is held to the code by FingerprintOfFilesTest.
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(FingerprintDimension.values())
                        .map(dimension -> String.format(
                                Locale.ROOT,
                                "| `%s` | %s | %s to %s | %s | %d |",
                                dimension.key(),
                                dimension.unit(),
                                plain(dimension.typicalLow()),
                                plain(dimension.typicalHigh()),
                                plain(ofSilence(dimension)),
                                dimension.algorithmVersion()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void eachDimensionHasItsFormulaMeaningAndSource(FingerprintDimension dimension) {
        String section = section("### `" + dimension.key() + "`");
        assertThat(section).contains("Formula: ", "Meaning: ", "Source: ");
    }

    @Test
    void theSchemaIsNamed() {
        assertThat(document).contains("`" + Fingerprint.SCHEMA + "`");
    }

    private static double ofSilence(FingerprintDimension dimension) {
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer(new AudioFormat(44_100, 2));
        return analyzer.finish().fingerprint().value(dimension);
    }

    private static String section(String heading) {
        int start = document.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = document.indexOf("\n##", start + heading.length());
        return document.substring(start, end < 0 ? document.length() : end);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
