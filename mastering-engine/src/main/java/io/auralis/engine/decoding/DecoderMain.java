package io.auralis.engine.decoding;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * The program that a decoder runs: requests on standard input, answers on standard output, until the input ends. Started
 * by {@link ContainedDecoder} only.
 */
public final class DecoderMain {
    /** The JVM's own code where its heap is full ({@code -XX:+ExitOnOutOfMemoryError}), and ours for native memory. */
    static final int OUT_OF_MEMORY = 3;

    private static final int CRASHED = 1;

    private DecoderMain() {}

    public static void main(String[] arguments) {
        try {
            OutputStream answers = new FileOutputStream(FileDescriptor.out);
            // Whatever a library prints must not get between the answers.
            System.setOut(System.err);
            stayUntilTheProgramEnds();
            Requests requests = Requests.from(System.in);
            MemoryBound.enforce();
            new RequestedDecoding(requests, answers).run();
        } catch (IOException | RuntimeException | Error | InterruptedException e) {
            Runtime.getRuntime().halt(CRASHED);
        }
    }

    /**
     * An interrupt from the keyboard reaches all processes of a terminal. What to do then is the program's business: if this
     * one ended first, the program would take it for a crash.
     */
    private static void stayUntilTheProgramEnds() {
        Thread forever = new Thread(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(forever);
    }
}
