package io.auralis.agent.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
    @TempDir
    Path folder;

    @Test
    void threads_of_one_process_take_turns() throws Exception {
        AuralisHome home = new AuralisHome(folder);
        int[] counter = {0};
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int turn = 0; turn < 200; turn++) {
                    try (HomeLock lock = HomeLock.acquire(home)) {
                        int seen = counter[0];
                        Thread.yield();
                        counter[0] = seen + 1;
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counter[0]).isEqualTo(800);
    }

    @Test
    void a_thread_that_holds_it_may_acquire_it_again() {
        AuralisHome home = new AuralisHome(folder);
        try (HomeLock outer = HomeLock.acquire(home);
                HomeLock inner = HomeLock.acquire(home)) {
            assertThat(inner).isNotSameAs(outer);
        }
    }

    @Test
    void a_home_that_cannot_be_written_is_said_in_one_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> HomeLock.acquire(new AuralisHome(file.resolve("home"))))
                .isInstanceOf(HomeException.class)
                .hasMessageStartingWith("Cannot write to ");
    }
}
