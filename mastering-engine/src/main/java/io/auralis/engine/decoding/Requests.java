package io.auralis.engine.decoding;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What the program asks of this decoder. They are read by a thread of their own: so the decoder ends with the program even
 * while it is busy or hangs, and notices while it sends that no more is wanted.
 */
final class Requests {
    private final BlockingQueue<Frame> waiting = new LinkedBlockingQueue<>();

    private Requests() {}

    static Requests from(InputStream in) {
        Requests requests = new Requests();
        Thread reader = new Thread(() -> requests.readAll(new DataInputStream(in)), "requests");
        reader.setDaemon(true);
        reader.start();
        return requests;
    }

    private void readAll(DataInputStream in) {
        try {
            while (true) {
                waiting.add(Frame.read(in));
            }
        } catch (IOException e) {
            // The program is gone, or closed this decoder.
            Runtime.getRuntime().halt(0);
        }
    }

    Frame next() throws InterruptedException {
        return waiting.take();
    }

    boolean another() {
        return !waiting.isEmpty();
    }
}
