package io.auralis.engine.meter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Other people's meters, run as programs: Debian's FFmpeg, and libebur128 through loudgain. */
public final class ReferenceMeters {
    private ReferenceMeters() {}

    /**
     * @param integratedLufs integrated loudness, LUFS
     * @param loudnessRangeLu loudness range, LU
     * @param truePeakDbtp true peak, dBTP
     */
    record Figures(double integratedLufs, double loudnessRangeLu, double truePeakDbtp) {}

    /** Decodes a file, or the sum of several, to floating-point WAV. */
    public static void decode(List<Path> inputs, double gain, Path wav) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        inputs.forEach(input -> command.addAll(List.of("-i", input.toString())));
        String sum = inputs.size() == 1 ? "" : "amix=inputs=" + inputs.size() + ":normalize=0,";
        command.addAll(List.of("-filter_complex", sum + "volume=" + gain, "-c:a", "pcm_f32le", wav.toString()));
        run(command);
    }

    /** The ebur128 filter's last frame: three decimals where its summary has one. */
    static Figures ffmpeg(Path wav) {
        List<String> lines = run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                wav.toString(),
                "-af",
                "ebur128=peak=true:framelog=verbose:metadata=1,ametadata=print:file=-",
                "-f",
                "null",
                "-"));
        return new Figures(
                last(lines, "lavfi.r128.I="),
                last(lines, "lavfi.r128.LRA="),
                20 * Math.log10(last(lines, "lavfi.r128.true_peak=")));
    }

    /** libebur128's figures, to two decimals. loudgain hears 16 bits: the file must not go beyond full scale. */
    static Figures libebur128(Path wav) {
        List<String> lines = run(List.of("loudgain", "-q", "-O", wav.toString()));
        List<String> names = Arrays.asList(lines.get(0).split("\t"));
        List<String> values = Arrays.asList(lines.get(1).split("\t"));
        return new Figures(
                number(values.get(names.indexOf("Loudness"))),
                number(values.get(names.indexOf("Range"))),
                20 * Math.log10(number(values.get(names.indexOf("True_Peak")))));
    }

    private static double last(List<String> lines, String start) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith(start)) {
                return Double.parseDouble(lines.get(i).substring(start.length()));
            }
        }
        throw new AssertionError("ffmpeg printed no " + start);
    }

    private static double number(String valueAndUnit) {
        return Double.parseDouble(valueAndUnit.strip().split(" ")[0]);
    }

    /** Runs a program and returns the lines that it printed; fails where it does. */
    public static List<String> run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command.get(0) + " failed: " + printed);
            }
            return printed.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    command.get(0) + " does not run; this check needs it: apt install ffmpeg loudgain", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " ran", e);
        }
    }
}
