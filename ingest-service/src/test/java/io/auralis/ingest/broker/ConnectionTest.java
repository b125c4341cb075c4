package io.auralis.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    @Test
    void aClientIsOpenedOnFirstUseAndShared() {
        AtomicInteger opened = new AtomicInteger();
        Connection<AutoCloseable> connection = new Connection<>(() -> {
            opened.incrementAndGet();
            return () -> {};
        });
        assertThat(opened).hasValue(0);
        assertThat(connection.get()).isSameAs(connection.get());
        assertThat(opened).hasValue(1);
    }

    @Test
    void aClientThatDidNotOpenIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Connection<AutoCloseable> connection = new Connection<>(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new KafkaException("no resolvable address");
            }
            return () -> {};
        });
        assertThatThrownBy(connection::get).isInstanceOf(KafkaException.class);
        assertThat(connection.get()).isNotNull();
    }

    @Test
    void aClosedConnectionClosesItsClientAndOpensNoOther() {
        AtomicInteger closed = new AtomicInteger();
        Connection<AutoCloseable> connection = new Connection<>(() -> closed::incrementAndGet);
        connection.get();
        connection.close();
        assertThat(closed).hasValue(1);
        assertThatThrownBy(connection::get).isInstanceOf(KafkaException.class);
    }
}
