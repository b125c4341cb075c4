package io.auralis.agent.cli;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * A range of one dimension, as {@code tempo_bpm=120..140}, {@code lufs=..-14} or {@code crest_db=12..}.
 *
 * @param from least, in the dimension's unit
 * @param to greatest
 */
record FeatureRange(FingerprintDimension dimension, double from, double to) {
    private static final Pattern FORM = Pattern.compile("([a-z_]+)=(-?[0-9.]*?)\\.\\.(-?[0-9.]*)");

    boolean holds(double value) {
        return value >= from && value <= to;
    }

    /** For picocli. */
    static final class Converter implements CommandLine.ITypeConverter<FeatureRange> {
        @Override
        public FeatureRange convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new CommandLine.TypeConversionException(
                        "a range is KEY=FROM..TO, as tempo_bpm=120..140 or lufs=..-14, but this is \"" + text + "\"");
            }
            try {
                return new FeatureRange(
                        FingerprintDimension.parse(matcher.group(1)),
                        number(matcher.group(2), Double.NEGATIVE_INFINITY),
                        number(matcher.group(3), Double.POSITIVE_INFINITY));
            } catch (NumberFormatException e) {
                throw new CommandLine.TypeConversionException(
                        "the range \"" + text + "\" has an edge that is no number");
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        }

        private static double number(String text, double absent) {
            return text.isEmpty() ? absent : Double.parseDouble(text);
        }
    }
}
