package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that opens a file, says which process decodes it, and waits to be killed. */
public final class Orphan {
    private Orphan() {}

    public static void main(String[] arguments) throws Exception {
        try (ContainedDecoder decoder = new ContainedDecoder();
                AudioSource source = decoder.read(Path.of(arguments[0])).open()) {
            source.read(new AudioBlock(2, 100));
            System.out.println(
                    ProcessHandle.current().children().findFirst().orElseThrow().pid());
            new CountDownLatch(1).await();
        }
    }
}
