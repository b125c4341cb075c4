package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.MemoryTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cell of docs/formats.md is read from a file written here; renew the table with {@code -Dgolden.update=true}. */
class FormatsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "formats.md");
    private static final List<OutputFormat> FORMATS = List.of(OutputFormat.values());

    private final Map<OutputFormat, MediaInfo> tagged = new EnumMap<>(OutputFormat.class);

    @TempDir
    Path folder;

    @Test
    void thePageSaysWhatTheFilesSay() throws IOException {
        String table = table();
        String page = Files.readString(PAGE);
        int from = page.indexOf("\n|  |") + 1;
        int to = page.indexOf("\n\n", from) + 1;
        String renewed = page.substring(0, from) + table + page.substring(to);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, renewed);
        }
        assertThat(PAGE).hasContent(renewed);
    }

    /** Whatever the page says: these may not become a "no". */
    @Test
    void everyFormatKeepsEveryTagTheCoverAndTheLength() {
        List<String> rows = rows();
        assertThat(rows.get(0))
                .isEqualTo("| samples | yes | yes | yes | yes | 256 kbit/s | yes | 320 kbit/s | 160 kbit/s |");
        assertThat(rows)
                .filteredOn(row -> !row.contains("Hz") && !row.contains("channels") && !row.contains("samples"))
                .hasSize(TaggedFile.TAGS.size() + 2)
                .allSatisfy(row -> assertThat(row).endsWith(" | yes".repeat(FORMATS.size()) + " |"));
    }

    private String table() {
        return row("", format -> format + " (." + format.extension() + ")") + "\n|---" + "|---".repeat(FORMATS.size())
                + "|\n" + String.join("\n", rows()) + "\n";
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(row("samples", format -> format.lossy() ? format.usualKbps() + " kbit/s" : yes(exact(format))));
        for (Tag tag : TaggedFile.TAGS) {
            rows.add(row(
                    TagField.of(tag.name())
                            .map(field -> field.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .orElse("`" + tag.name() + "`"),
                    format -> yes(tag.value()
                            .equals(TaggedFile.meanings(tagged(format).tags()).get(TaggedFile.meaning(tag))))));
        }
        rows.add(row(
                "cover",
                format -> yes(tagged(format)
                        .cover()
                        .filter(cover -> Arrays.equals(cover.bytes(), Pictures.png()))
                        .isPresent())));
        rows.add(row("length", format -> yes(keepsLength(format))));
        for (int rate : new int[] {44_100, 48_000, 96_000, 192_000}) {
            rows.add(row(number(rate) + " Hz", format -> number(rateHz(format, rate))));
        }
        rows.add(row("6 channels", format -> yes(holdsSixChannels(format))));
        return rows;
    }

    private static String row(String name, Function<OutputFormat, String> cell) {
        return "| " + name
                + FORMATS.stream().map(cell).map(text -> " | " + text).collect(Collectors.joining()) + " |";
    }

    private static String yes(boolean yes) {
        return yes ? "yes" : "no";
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private MediaInfo tagged(OutputFormat format) {
        return tagged.computeIfAbsent(
                format,
                missing -> MediaFile.of(TaggedFile.write(
                                folder,
                                missing,
                                Samples.music(48_000, 0.05),
                                TaggedFile.TAGS,
                                Optional.of(TaggedFile.cover())))
                        .info());
    }

    private Path plain(OutputFormat format, MemoryTrack track) {
        return TaggedFile.write(folder, format, track, List.of(), Optional.empty());
    }

    private boolean exact(OutputFormat format) {
        MemoryTrack track = Samples.music(44_100, 0.123);
        return Arrays.deepEquals(unsigned(Samples.of(plain(format, track))), unsigned(Samples.of(track)));
    }

    /** With one kind of zero: integers have no other. */
    private static double[][] unsigned(double[][] samples) {
        return Arrays.stream(samples)
                .map(channel ->
                        Arrays.stream(channel).map(sample -> sample + 0.0).toArray())
                .toArray(double[][]::new);
    }

    private boolean keepsLength(OutputFormat format) {
        MemoryTrack track = Samples.music(48_000, 0.4321);
        return Samples.of(plain(format, track))[0].length == track.frames();
    }

    private int rateHz(OutputFormat format, int rate) {
        return MediaFile.of(plain(format, Samples.music(rate, 0.1)))
                .info()
                .format()
                .sampleRateHz();
    }

    private boolean holdsSixChannels(OutputFormat format) {
        try {
            return Samples.of(plain(format, Samples.music(48_000, 6, 0.1))).length == 6;
        } catch (MediaException e) {
            return false;
        }
    }
}
