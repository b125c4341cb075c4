package io.auralis.agent.cli;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.media.MediaWriter;

/**
 * Does on a second core what a mastering will need, while the first one reads the command line and the decoder's process
 * starts: the base model that comes with the program, and FFmpeg. Whoever needs them finds them done, or waits for less.
 */
final class HeadStart {
    private HeadStart() {}

    static void forMastering() {
        start(BuiltInModels::newest);
        start(MediaWriter::prepare);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "head-start");
        thread.setDaemon(true);
        // What fails here fails again where it is needed, and is reported there.
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        thread.start();
    }
}
