package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.decoding.FaultyDecoder.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A program that opens a file, says which process decodes it, and waits to be killed. */
public final class Orphan {
    private Orphan() {}

    public static void main(String[] arguments) throws Exception {
        long hangsAfterBytes = Long.parseLong(arguments[1]);
        try (ContainedDecoder decoder = FaultyDecoder.that(Fault.HANGS, hangsAfterBytes, Duration.ofMinutes(1));
                AudioSource source = decoder.read(Path.of(arguments[0])).open()) {
            source.read(new AudioBlock(2, 100));
            System.out.println(
                    ProcessHandle.current().children().findFirst().orElseThrow().pid());
            new CountDownLatch(1).await();
        }
    }
}
