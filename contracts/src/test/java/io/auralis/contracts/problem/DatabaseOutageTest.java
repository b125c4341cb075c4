package io.auralis.contracts.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseOutageTest {
    static Stream<SQLException> outages() {
        return Stream.of(
                new SQLException("Connection to 127.0.0.1:5432 refused", "08001"),
                new SQLException("An I/O error occurred", "08006"),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new SQLException("the database system is starting up", "57P03"),
                new SQLException("Sorry, acquisition timeout!"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aDatabaseThatIsAwayIsToldAtAnyDepth(SQLException outage) {
        assertThat(DatabaseOutage.isBehind(outage)).isTrue();
        assertThat(DatabaseOutage.isBehind(new IllegalStateException(new RuntimeException(outage))))
                .isTrue();
    }

    @Test
    void aMistakeIsNoOutage() {
        assertThat(DatabaseOutage.isBehind(new SQLException("duplicate key", "23505")))
                .isFalse();
        assertThat(DatabaseOutage.isBehind(new SQLException("canceling statement due to timeout", "57014")))
                .isFalse();
        assertThat(DatabaseOutage.isBehind(new IllegalStateException("no cause")))
                .isFalse();
    }

    @Test
    void causesInACircleEnd() {
        RuntimeException first = new RuntimeException();
        RuntimeException second = new RuntimeException(first);
        first.initCause(second);
        assertThat(DatabaseOutage.isBehind(first)).isFalse();
    }
}
