package io.auralis.deploy.broker;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker as a process of its own: {@code BrokerProcess FOLDER PORT}; stops cleanly on SIGTERM. */
public final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) throw new IllegalArgumentException("expected: FOLDER PORT");
        LocalBroker broker = LocalBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop, "stop-broker"));
        // Kafka's threads are not all daemons, but nothing promises that; the process lives until it is told to stop.
        new CountDownLatch(1).await();
    }
}
