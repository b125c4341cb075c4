package io.auralis.simulator.music;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.mastering.Analysis;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.media.MediaFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PieceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isStereoMusicOfTwentyToThirtySeconds(Piece piece) throws Exception {
        Path file = piece.render(folder);
        long frames = (Files.size(file) - 44) / 4;
        assertThat(frames / 44_100.0).isBetween(20.0, 30.0);
        Analysis heard = new Masterer(MediaFile::of).analyse(file, Progress.NONE);
        assertThat(heard.meters().integratedLufs()).isBetween(-25.0, -5.0);
        assertThat(heard.meters().crestDb()).isBetween(4.0, 25.0);
    }

    @Test
    void ironTideIsRecognisedAsMetal() {
        Analysis heard = new Masterer(MediaFile::of).analyse(Piece.IRON_TIDE.render(folder), Progress.NONE);
        Detection detection =
                new Detector(BuiltInModels.load(SemanticVersion.parse("1.0.0")).model()).detect(heard.fingerprint());
        assertThat(detection.type()).isEqualTo(RecordingType.METAL);
    }

    @Test
    void renderingTwiceGivesTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(Piece.LATE_TRAIN.render(folder));
        byte[] second = Files.readAllBytes(Piece.LATE_TRAIN.render(Files.createDirectory(folder.resolve("again"))));
        assertThat(second).isEqualTo(first);
    }
}
