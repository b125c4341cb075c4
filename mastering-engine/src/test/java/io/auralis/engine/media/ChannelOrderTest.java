package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sine of its own per channel shows which loudspeaker each channel comes out of. */
class ChannelOrderTest {
    private static final int RATE = 48_000;
    private static final long LFE = 0x8;

    private static final Set<OutputFormat> LOSSLESS =
            EnumSet.of(OutputFormat.FLAC, OutputFormat.WAV, OutputFormat.AIFF, OutputFormat.WAVPACK);

    private static final List<Layout> LAYOUTS = List.of(
            new Layout("mono", 0x4, EnumSet.allOf(OutputFormat.class)),
            new Layout("stereo", 0x3, EnumSet.allOf(OutputFormat.class)),
            new Layout("2.1", 0xB, and(OutputFormat.AAC)),
            new Layout("3.0", 0x7, and(OutputFormat.AAC, OutputFormat.ALAC, OutputFormat.OPUS)),
            new Layout("3.0(back)", 0x103, and(OutputFormat.AAC)),
            new Layout("4.0", 0x107, and(OutputFormat.AAC, OutputFormat.ALAC)),
            new Layout("quad", 0x33, and(OutputFormat.AAC, OutputFormat.OPUS)),
            new Layout("quad(side)", 0x603, and(OutputFormat.AAC, OutputFormat.OPUS)),
            new Layout("5.0", 0x37, and(OutputFormat.AAC, OutputFormat.ALAC, OutputFormat.OPUS)),
            new Layout("5.0(side)", 0x607, and(OutputFormat.AAC, OutputFormat.ALAC, OutputFormat.OPUS)),
            new Layout("5.1", 0x3F, and(OutputFormat.AAC, OutputFormat.ALAC, OutputFormat.OPUS)),
            new Layout("5.1(side)", 0x60F, and(OutputFormat.AAC, OutputFormat.ALAC, OutputFormat.OPUS)),
            new Layout("6.1", 0x70F, and(OutputFormat.OPUS)),
            new Layout("6.1(back)", 0x13F, and(OutputFormat.ALAC)),
            new Layout(
                    "7.1",
                    0x63F,
                    EnumSet.of(
                            OutputFormat.FLAC,
                            OutputFormat.WAV,
                            OutputFormat.WAVPACK,
                            OutputFormat.AAC,
                            OutputFormat.OPUS)),
            new Layout("7.1(wide)", 0xFF, and(OutputFormat.ALAC)),
            new Layout("7.1(wide-side)", 0x6CF, EnumSet.of(OutputFormat.FLAC, OutputFormat.WAV, OutputFormat.WAVPACK)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("held")
    void eachChannelComesOutOfItsOwnLoudspeaker(OutputFormat container, Layout layout) {
        Path file = folder.resolve("out." + container.extension());

        write(file, container, layout);

        assertThat(dominantHz(Samples.of(file), layout)).isEqualTo(layout.frequenciesHz());
        assertThat(MediaFile.of(file).info().channelMask()).isIn(layout.readAs());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aLayoutThatTheFormatDoesNotHaveIsRefused(OutputFormat container, Layout layout) {
        Path file = folder.resolve("out." + container.extension());

        assertThatThrownBy(() -> write(file, container, layout))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(MediaException.Kind.OUTPUT_FAILED))
                .hasMessage(
                        container == OutputFormat.MP3
                                ? "A file of the kind MP3 cannot hold " + layout.channels() + " channels at 48000 Hz."
                                : "A file of the kind " + container + " cannot hold the channel layout " + layout.name()
                                        + "; FLAC and WAV can.");
    }

    static Stream<Arguments> held() {
        return pairs(true);
    }

    static Stream<Arguments> refused() {
        return pairs(false);
    }

    private static Stream<Arguments> pairs(boolean held) {
        return Arrays.stream(OutputFormat.values())
                .flatMap(container -> LAYOUTS.stream()
                        .filter(layout -> layout.heldBy().contains(container) == held)
                        .map(layout -> Arguments.of(container, layout)));
    }

    private static Set<OutputFormat> and(OutputFormat... others) {
        Set<OutputFormat> all = EnumSet.copyOf(LOSSLESS);
        all.addAll(List.of(others));
        return all;
    }

    private static void write(Path file, OutputFormat container, Layout layout) {
        MemoryTrack track = new MemoryTrack(
                RATE,
                layout.frequenciesHz().stream()
                        .map(hz -> MemoryTrack.channel(RATE, 0.5, i -> 0.25 * Math.sin(2 * Math.PI * hz * i / RATE)))
                        .toArray(double[][]::new));
        OutputSpec spec = new OutputSpec(container, track.format(), 16, layout.mask(), List.of(), Optional.empty());
        try (AudioSink sink = MediaWriter.open(file, spec);
                AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(layout.channels(), 1_000);
            while (source.read(block)) {
                sink.write(block);
            }
            sink.finish();
        }
    }

    private static List<Integer> dominantHz(double[][] samples, Layout layout) {
        return Arrays.stream(samples)
                .map(channel -> layout.frequenciesHz().stream()
                        .max((a, b) -> Double.compare(power(channel, a), power(channel, b)))
                        .orElseThrow())
                .toList();
    }

    private static double power(double[] samples, int hz) {
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < samples.length; i++) {
            cosine += samples[i] * Math.cos(2 * Math.PI * hz * i / RATE);
            sine += samples[i] * Math.sin(2 * Math.PI * hz * i / RATE);
        }
        return cosine * cosine + sine * sine;
    }

    /** @param mask FFmpeg's */
    private record Layout(String name, long mask, Set<OutputFormat> heldBy) {
        int channels() {
            return Long.bitCount(mask);
        }

        /** The mask, that with the back pair called the side pair, and none for mono and stereo, which go without saying. */
        List<Long> readAs() {
            boolean onePair = (mask & 0x630) == 0x600 || (mask & 0x630) == 0x30;
            boolean noneBetween = (mask & 0x1C0) == 0;
            return List.of(mask, onePair && noneBetween ? mask ^ 0x630 : mask, channels() > 2 ? mask : 0);
        }

        /** A coding may leave only the lows to the subwoofer. */
        List<Integer> frequenciesHz() {
            int lfe = (mask & LFE) == 0 ? -1 : Long.bitCount(mask & (LFE - 1));
            return IntStream.range(0, channels())
                    .mapToObj(channel -> channel == lfe ? 40 : 300 + 200 * channel)
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
