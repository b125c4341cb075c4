package io.auralis.ingest.broker;

import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka client that is opened on first use and shared from then on: opening one fails while the broker's name does not
 * resolve, and the service must start before the broker.
 *
 * @param <C> the client
 */
final class Connection<C extends AutoCloseable> implements AutoCloseable {
    private final Supplier<C> opening;
    private @Nullable C open;
    private boolean closed;

    Connection(Supplier<C> opening) {
        this.opening = opening;
    }

    /** @throws KafkaException if it cannot be opened now, or is closed for good */
    synchronized C get() {
        if (closed) {
            throw new KafkaException("the service is stopping");
        }
        C client = open;
        if (client == null) {
            client = opening.get();
            open = client;
        }
        return client;
    }

    /** Closes the client, which waits for what it has been given; the client's own timeouts bound the wait. */
    @Override
    public synchronized void close() {
        closed = true;
        C client = open;
        open = null;
        if (client != null) {
            try {
                client.close();
            } catch (Exception e) {
                throw new KafkaException("a Kafka client did not close", e);
            }
        }
    }
}
