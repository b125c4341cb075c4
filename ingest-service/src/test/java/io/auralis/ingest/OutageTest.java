package io.auralis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How soon the service says that the broker is away, and that it is back. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
class OutageTest {
    private static final int REQUESTS = 9;

    @TestHTTPResource
    URI base;

    BrokerControl broker;

    @Test
    void anOutageIsAnsweredWithinASecondAndItsEndIsNoticedWithinFive() {
        IngestClient ingest = new IngestClient(base);
        Eventually.isTrue(ingest::ready);
        assertThat(ingest.post(Submissions.fresh(1).bytes()).statusCode()).isEqualTo(202);
        List<Duration> answered = new ArrayList<>();
        Duration unready;
        Duration ready;
        broker.stop();
        try {
            for (int request = 0; request < REQUESTS; request++) {
                byte[] body = Submissions.fresh(1).bytes();
                answered.add(time(() -> {
                    HttpResponse<byte[]> answer = ingest.post(body);
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
                    return true;
                }));
            }
            unready = time(() -> !ingest.ready());
        } finally {
            broker.start();
        }
        ready = time(() -> {
            Eventually.isTrue(ingest::ready);
            return true;
        });
        assertThat(ingest.post(Submissions.fresh(1).bytes()).statusCode()).isEqualTo(202);
        String figures =
                "503 after " + answered + ", unready after " + unready + ", ready " + ready + " after its return";
        System.out.println(figures);
        assertThat(answered).as(figures).allMatch(wait -> wait.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(unready).as(figures).isLessThan(Duration.ofSeconds(2));
        assertThat(ready).as(figures).isLessThan(Duration.ofSeconds(5));
    }

    private static Duration time(BooleanSupplier work) {
        long start = System.nanoTime();
        assertThat(work.getAsBoolean()).isTrue();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
