package io.auralis.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.Topics;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RejectedLogTest {

    @Test
    void whatWasNotedIsSentByTheTimeTheLogIsClosed() {
        FakeBroker broker = new FakeBroker(10);
        RejectedLog log = broker.rejected();
        log.note(ProblemCode.MALFORMED_JSON);
        log.start();
        log.note(ProblemCode.TOO_LARGE);
        log.close();
        assertThat(broker.values())
                .containsExactly(
                        "{\"code\":\"malformed-json\",\"schema\":\"rejection/1\"}",
                        "{\"code\":\"too-large\",\"schema\":\"rejection/1\"}");
        assertThat(broker.sent()).allSatisfy(sent -> {
            assertThat(sent.topic()).isEqualTo(Topics.REJECTED);
            assertThat(sent.key()).isNull();
        });
    }

    @Test
    void moreThanTheQueueHoldsIsDroppedWithoutWaiting() {
        FakeBroker broker = new FakeBroker(Integer.MAX_VALUE);
        RejectedLog log = broker.rejected();
        IntStream.range(0, 10_007).forEach(each -> log.note(ProblemCode.TOO_LARGE));
        log.start();
        log.close();
        assertThat(broker.sent()).hasSize(10_000);
    }

    @Test
    void aBrokerThatRefusesEndsNeitherTheThreadNorTheService() {
        FakeBroker broker = new FakeBroker(0);
        RejectedLog log = broker.rejected();
        log.note(ProblemCode.TOO_LARGE);
        log.note(ProblemCode.TOO_LARGE);
        log.start();
        log.close();
        assertThat(broker.asked()).isEqualTo(2);
    }

    @Test
    void anOutageIsWrittenOnceTheBrokerTakesIt() throws Exception {
        FakeBroker broker = new FakeBroker(1);
        broker.rejected().writeOutage();
        assertThat(broker.values()).containsExactly("{\"code\":\"broker-unavailable\",\"schema\":\"rejection/1\"}");
        assertThatThrownBy(() -> broker.rejected().writeOutage()).isInstanceOf(ExecutionException.class);
    }
}
