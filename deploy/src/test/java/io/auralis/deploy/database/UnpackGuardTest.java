package io.auralis.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackGuardTest {
    @TempDir
    Path binaries;

    @Test
    void aHalfUnpackedFolderIsClearedAndAWholeOneKept() throws Exception {
        Path half = Files.writeString(
                Files.createDirectories(binaries.resolve("PG-1/lib")).resolve("libpq.so"), "half");
        try (UnpackGuard guard = UnpackGuard.enter(binaries)) {
            assertThat(half).doesNotExist();
            Files.createDirectories(half.getParent());
            Files.writeString(half, "whole");
            guard.complete();
        }
        try (UnpackGuard guard = UnpackGuard.enter(binaries)) {
            assertThat(half).hasContent("whole");
        }
    }
}
