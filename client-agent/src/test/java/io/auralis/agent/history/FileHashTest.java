package io.auralis.agent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashTest {
    /** FIPS 180-4's example. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Test
    void bothHashesAreThoseOfTheirFiles() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), "abc");
        Path other = Files.writeString(folder.resolve("other"), "abcd");
        assertThat(FileHash.ofBoth(one, other)).isEqualTo(new FileHash.Pair(OF_ABC, FileHash.of(other)));
    }

    @Test
    void aMissingFileIsNamedWhicheverItIs() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), "abc");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> FileHash.ofBoth(one, missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> FileHash.ofBoth(missing, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }
}
