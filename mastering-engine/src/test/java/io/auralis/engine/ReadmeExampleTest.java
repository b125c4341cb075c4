package io.auralis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.mastering.Analysis;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.media.MediaWriter;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeExampleTest {
    @TempDir
    Path folder;

    @Test
    void theExampleHearsATrack() {
        Path song = tone();

        // README
        BaseModel model = BuiltInModels.newest().model();
        String heard;
        try (ContainedDecoder decoder = new ContainedDecoder()) {
            Analysis analysis = new Masterer(decoder).analyse(song, Progress.NONE);
            Detection detection = new Detector(model).detect(analysis.fingerprint());
            heard = detection.type() + " " + analysis.meters().integratedLufs() + " LUFS";
        }
        // README

        assertThat(heard).matches("[A-Z]+ -[0-9.]+ LUFS");
    }

    @Test
    void theReadmeShowsThisExample() throws Exception {
        Matcher shown =
                Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(shown.find()).isTrue();
        String source = Files.readString(Path.of("src/test/java/io/auralis/engine/ReadmeExampleTest.java"));
        assertThat(source.replaceAll("(?m)^ +", ""))
                .contains(shown.group(1).replaceAll("(?m)^ +", "").strip());
    }

    private Path tone() {
        Path song = folder.resolve("song.flac");
        AudioBlock block = new AudioBlock(2, 44_100);
        for (int i = 0; i < 44_100; i++) {
            double sample = Math.rint(8_192 * Math.sin(2 * Math.PI * 440 * i / 44_100)) / 32_768;
            block.channel(0)[i] = sample;
            block.channel(1)[i] = sample;
        }
        block.setFrames(44_100);
        OutputSpec spec =
                new OutputSpec(OutputFormat.FLAC, new AudioFormat(44_100, 2), 16, 0, List.of(), Optional.empty());
        try (AudioSink sink = MediaWriter.open(song, spec)) {
            sink.write(block);
            sink.finish();
        }
        return song;
    }
}
