package io.auralis.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.meter.ReferenceMeters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Track;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tempo of songs whose makers state it: Debian's fretsonfire-songs-muldjord, 170 to 190 BPM. */
@Tag("long")
class TempoOfSongsTest {
    private static final Path SONGS = Path.of("/usr/share/games/fretsonfire/data/songs/muldjord");
    private static final int SET_TEMPO = 0x51;
    private static final double PERCENT = 4;
    private static final int EXCERPT_SECONDS = 60;
    private static final int OFFSETS = 10;
    private static final int LEAST_RIGHT = 36;

    @TempDir
    Path folder;

    @Test
    void theTempoIsTheStatedOneOnWholeSongsAndOnNineOfTenExcerpts() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        List<String> wrong = new ArrayList<>();
        for (String song : List.of("armygeddon", "chaos_god", "internal_degeneration", "mutilated_mime")) {
            Path parts = SONGS.resolve(song);
            assertThat(Files.isDirectory(parts))
                    .as("%s; apt install fretsonfire-songs-muldjord", parts)
                    .isTrue();
            double truth = statedBpm(parts.resolve("notes.mid"));
            Path mix = folder.resolve("mix.wav");
            ReferenceMeters.decode(List.of(parts.resolve("song.ogg"), parts.resolve("guitar.ogg")), 1, mix);
            double[][] samples = samples(mix);
            softly.assertThat(tempo(samples, 0, samples[0].length))
                    .as(song)
                    .isCloseTo(truth, withinPercentage(PERCENT));
            int excerpt = EXCERPT_SECONDS * 44_100;
            for (int offset = 0; offset < OFFSETS; offset++) {
                int from = (int) ((long) (samples[0].length - excerpt) * offset / (OFFSETS - 1));
                double bpm = tempo(samples, from, from + excerpt);
                if (Math.abs(bpm / truth - 1) > PERCENT / 100) {
                    wrong.add(song + " at " + from / 44_100 + " s: " + bpm);
                }
            }
        }
        softly.assertAll();
        assertThat(wrong).hasSizeLessThanOrEqualTo(4 * OFFSETS - LEAST_RIGHT);
    }

    private static double tempo(double[][] samples, int from, int to) {
        double[][] excerpt = Arrays.stream(samples)
                .map(channel -> Arrays.copyOfRange(channel, from, to))
                .toArray(double[][]::new);
        return FingerprintAnalyzer.analyze(new MemoryTrack(44_100, excerpt), Progress.NONE)
                .value(FingerprintDimension.TEMPO_BPM);
    }

    private static double[][] samples(Path wav) {
        double[][] samples = new double[2][0];
        int filled = 0;
        AudioBlock block = new AudioBlock(2, 65_536);
        try (AudioSource source = MediaFile.of(wav).open()) {
            while (source.read(block)) {
                for (int channel = 0; channel < 2; channel++) {
                    if (samples[channel].length < filled + block.frames()) {
                        samples[channel] = Arrays.copyOf(samples[channel], 2 * filled + block.frames());
                    }
                    System.arraycopy(block.channel(channel), 0, samples[channel], filled, block.frames());
                }
                filled += block.frames();
            }
        }
        int length = filled;
        return Arrays.stream(samples)
                .map(channel -> Arrays.copyOf(channel, length))
                .toArray(double[][]::new);
    }

    /** The songs have one tempo each. */
    private static double statedBpm(Path midi) throws IOException, InvalidMidiDataException {
        for (Track track : MidiSystem.getSequence(midi.toFile()).getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                MidiEvent event = track.get(i);
                if (event.getMessage() instanceof MetaMessage meta && meta.getType() == SET_TEMPO) {
                    byte[] micros = meta.getData();
                    return 60e6 / ((micros[0] & 0xFF) << 16 | (micros[1] & 0xFF) << 8 | micros[2] & 0xFF);
                }
            }
        }
        throw new AssertionError(midi + " states no tempo");
    }
}
