package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.media.MediaFile;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that looks into a file, perhaps begins to read it, says which process decodes it, and waits to be killed. */
public final class Orphan {
    private Orphan() {}

    public static void main(String[] arguments) throws Exception {
        try (ContainedDecoder decoder = new ContainedDecoder()) {
            MediaFile file = decoder.read(Path.of(arguments[0]));
            if (Boolean.parseBoolean(arguments[1])) {
                file.open().read(new AudioBlock(2, 100));
            }
            System.out.println(
                    ProcessHandle.current().children().findFirst().orElseThrow().pid());
            new CountDownLatch(1).await();
        }
    }
}
