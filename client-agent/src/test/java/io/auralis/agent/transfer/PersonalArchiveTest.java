package io.auralis.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.home.AuralisHome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive from a stranger: nothing in it may come to be run, or lie where it was not asked for. */
class PersonalArchiveTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "personal/profile/.git/config",
                "personal/profile/.git/hooks/post-commit",
                "personal/profile/.git/info/attributes",
                "personal/profile/.git/objects/info/alternates",
                "personal/profile/.git/commondir",
                "personal/profile/.GIT/HEAD",
                "personal/profile/.gitattributes",
                "personal/profile/.git/objects/../config",
                "personal/feedback/../../sharing/consent.json",
                "sharing/consent.json",
                "models/1.0.0.json",
                "/etc/cron.d/auralis"
            })
    void what_is_no_part_of_a_layer_is_refused_and_nothing_of_it_is_left(String name) throws IOException {
        Path archive = archiveWith(name);
        AuralisHome home = new AuralisHome(folder.resolve("home"));
        assertThatThrownBy(() -> new PersonalArchive(home, Clock.systemUTC()).read(archive, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("layer.zip holds what no personal layer holds.");
        assertThat(home.root().resolve("personal")).doesNotExist();
        assertThat(home.root().resolve("personal.import")).doesNotExist();
        assertThat(home.root().resolve("sharing")).doesNotExist();
    }

    private Path archiveWith(String name) throws IOException {
        Path archive = folder.resolve("layer.zip");
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("format"));
            zip.write("auralis-personal/1".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write("[core]\n\tfsmonitor = touch /tmp/hostile\n".getBytes(StandardCharsets.UTF_8));
        }
        return archive;
    }
}
