package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PersonalTaste;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A track of which a cable or a converter turned one channel round is all sides: narrowing must not take it away. */
class OpposedChannelsTest {
    private static final int RATE_HZ = 44_100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.999, -0.9})
    void whatIsAllSidesIsStillThere(double other) {
        double[] left = Samples.of(Samples.withBass(Samples.music(RATE_HZ, 6)))[0];
        double[] right = Arrays.stream(left).map(sample -> other * sample).toArray();
        Path song = Encoding.WAV_FLOAT.write(folder, "opposed", new MemoryTrack(RATE_HZ, left, right));

        MasteringReport report = new Masterer(MediaFile::of)
                .master(
                        song,
                        folder.resolve("out.flac"),
                        MasteringOptions.DEFAULT,
                        BuiltInModels.newest().model(),
                        PersonalTaste.NONE,
                        Progress.NONE);

        assertThat(report.plan().value("width")).as("the model narrows").isLessThan(0.9);
        double[][] out = Samples.of(report.output());
        assertThat(Measuring.meters(RATE_HZ, out).integratedLufs())
                .isCloseTo(report.plan().value("loudness"), within(0.1));
        assertThat(report.after().crestDb()).isCloseTo(report.plan().value("punch"), within(1.5));
        assertThat(report.notes()).anyMatch(note -> note.startsWith("Left and right are nearly opposite"));
        assertThat(Measuring.width(out)).isGreaterThan(0.98);
    }
}
