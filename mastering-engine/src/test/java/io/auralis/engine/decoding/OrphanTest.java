package io.auralis.engine.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.Samples;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDecoderWhoseProgramIsKilledEndsWhetherItSendsOrNot(boolean sends) throws Exception {
        Path song = Encoding.WAV.write(folder, "song", Samples.music(44_100, 60));
        List<String> command = new ArrayList<>(DecoderCommand.ofThisProgram(Orphan.class));
        command.addAll(List.of(song.toString(), Boolean.toString(sends)));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = program.inputReader()) {
            long pid = Long.parseLong(out.readLine());
            Optional<ProcessHandle> decoder = ProcessHandle.of(pid);
            assertThat(decoder).isPresent();

            program.destroyForcibly();

            assertThat(decoder.get().onExit().get(10, TimeUnit.SECONDS).isAlive())
                    .isFalse();
        } finally {
            program.destroyForcibly();
        }
    }
}
