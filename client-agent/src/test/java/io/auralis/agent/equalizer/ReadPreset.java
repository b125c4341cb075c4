package io.auralis.agent.equalizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What another program reads in a preset, by rules of its own documentation and not of our writers.
 *
 * @param gainDb of all frequencies
 * @param shelves frequency, gain and Q of each
 * @param left what the left channel becomes, of left and right
 * @param right what the right one becomes
 */
record ReadPreset(double gainDb, List<double[]> shelves, double[] left, double[] right) {
    static ReadPreset parametricText(String text) {
        double gain = 0;
        List<double[]> shelves = new ArrayList<>();
        double[] left = {1, 0};
        double[] right = {0, 1};
        for (String line : text.split("\n")) {
            Matcher preamp = Pattern.compile("Preamp: (-?[0-9.]+) dB").matcher(line);
            Matcher filter = Pattern.compile("Filter \\d+: ON HSC Fc ([0-9.]+) Hz Gain (-?[0-9.]+) dB Q ([0-9.]+)")
                    .matcher(line);
            Matcher copy = Pattern.compile("Copy: L=([0-9.]+)\\*L\\+(-?[0-9.]+)\\*R R=(-?[0-9.]+)\\*L\\+([0-9.]+)\\*R")
                    .matcher(line);
            if (preamp.matches()) {
                gain += Double.parseDouble(preamp.group(1));
            } else if (filter.matches()) {
                shelves.add(numbers(filter, 3));
            } else if (copy.matches()) {
                double[] shares = numbers(copy, 4);
                left = new double[] {shares[0], shares[1]};
                right = new double[] {shares[2], shares[3]};
            } else if (!line.startsWith("#")) {
                throw new IllegalArgumentException("a line that is silently ignored: " + line);
            }
        }
        return new ReadPreset(gain, shelves, left, right);
    }

    private static double[] numbers(Matcher matcher, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Double.parseDouble(matcher.group(i + 1));
        }
        return numbers;
    }

    static ReadPreset easyEffects(String text) {
        JsonNode output =
                Json.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class).get("output");
        JsonNode equalizer = output.get("equalizer#0");
        List<double[]> shelves = new ArrayList<>();
        for (int i = 0; i < equalizer.get("num-bands").asInt(); i++) {
            JsonNode band = equalizer.get("left").get("band" + i);
            if (!band.equals(equalizer.get("right").get("band" + i))
                    || !band.get("type").asText().equals("Hi-shelf")
                    || !band.get("mode").asText().equals("APO (DR)")
                    || !band.get("slope").asText().equals("x1")) {
                throw new IllegalArgumentException("another filter than a shelf of Equalizer APO's: " + band);
            }
            shelves.add(new double[] {
                band.get("frequency").asDouble(),
                band.get("gain").asDouble(),
                band.get("q").asDouble()
            });
        }
        double side = output.has("stereo_tools#0")
                ? Math.pow(10, output.get("stereo_tools#0").get("side-level").asDouble() / 20)
                : 1;
        return new ReadPreset(
                equalizer.get("input-gain").asDouble(),
                shelves,
                new double[] {(1 + side) / 2, (1 - side) / 2},
                new double[] {(1 - side) / 2, (1 + side) / 2});
    }

    /** Gain of one channel's tone, dB, by the W3C Audio EQ Cookbook's high shelf on the unit circle. */
    double responseDb(double hertz, int rateHz) {
        double sum = gainDb;
        for (double[] shelf : shelves) {
            sum += shelfDb(shelf[0], shelf[1], shelf[2], hertz, rateHz);
        }
        return sum;
    }

    private static double shelfDb(double frequency, double gain, double q, double hertz, int rateHz) {
        double a = Math.pow(10, gain / 40);
        double w0 = 2 * Math.PI * frequency / rateHz;
        double root = 2 * Math.sqrt(a) * Math.sin(w0) / (2 * q);
        double c = Math.cos(w0);
        double[] b = {a * (a + 1 + (a - 1) * c + root), -2 * a * (a - 1 + (a + 1) * c), a * (a + 1 + (a - 1) * c - root)
        };
        double[] d = {a + 1 - (a - 1) * c + root, 2 * (a - 1 - (a + 1) * c), a + 1 - (a - 1) * c - root};
        double w = 2 * Math.PI * hertz / rateHz;
        return 20 * Math.log10(magnitude(b, w) / magnitude(d, w));
    }

    private static double magnitude(double[] taps, double w) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < taps.length; i++) {
            real += taps[i] * Math.cos(i * w);
            imaginary -= taps[i] * Math.sin(i * w);
        }
        return Math.hypot(real, imaginary);
    }
}
