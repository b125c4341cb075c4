package io.auralis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.taste.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** The service started while there is no broker yet. */
@QuarkusTest
@WithTestResource(LateBrokerResource.class)
class LateBrokerTest {
    @TestHTTPResource
    URI base;

    BrokerControl broker;

    @Test
    void theServiceStartsBeforeTheBrokerAndCreatesTheTopicsOnceItIsThere() throws Exception {
        IngestClient ingest = new IngestClient(base);
        byte[] report = Submissions.fresh(1).bytes();
        assertThat(ingest.ready()).isFalse();
        assertThat(ingest.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(ingest.post(report).statusCode()).isEqualTo(503);
        broker.start();
        Eventually.isTrue(ingest::ready);
        assertThat(ingest.post(report).statusCode()).isEqualTo(202);
        try (Admin admin = broker.admin()) {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(Topics.TASTE_REPORTS, Topics.REJECTED))
                    .allTopicNames()
                    .get();
            assertThat(topics.get(Topics.TASTE_REPORTS).partitions()).hasSize(Topics.PARTITIONS);
            assertThat(topics.get(Topics.REJECTED).partitions()).hasSize(1);
            ConfigResource reports = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TASTE_REPORTS);
            Config config = admin.describeConfigs(List.of(reports)).all().get().get(reports);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact,delete");
            assertThat(config.get("min.insync.replicas").value()).isEqualTo("1");
            assertThat(config.get("max.compaction.lag.ms").value()).isEqualTo("604800000");
        }
    }
}
