package io.auralis.benchmarks.kafka;

import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Programs;
import io.auralis.benchmarks.process.ServerProcess;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.broker.BrokerProcess;
import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.net.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The broker that all share, the local stack's own, as a process; and what its topics hold. */
public final class BenchmarkBroker implements AutoCloseable {
    /** As many as the topic of reports has, for every topic that is compared with it. */
    public static final int PARTITIONS = Topics.PARTITIONS;

    private static final long PATIENCE_SECONDS = 30;

    private final Programs programs;
    private final Path folder;
    private final int port;
    private ServerProcess process;

    private BenchmarkBroker(Programs programs, Path folder, int port, ServerProcess process) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** @param port of 127.0.0.1, or 0 for a free one */
    public static BenchmarkBroker start(Programs programs, Path folder, int port) {
        int chosen = port == 0 ? FreePort.next() : port;
        return new BenchmarkBroker(programs, folder, chosen, process(programs, folder, chosen));
    }

    private static ServerProcess process(Programs programs, Path folder, int port) {
        ServerProcess started = ServerProcess.start(
                "the broker",
                programs.own(
                        BrokerProcess.class.getName(),
                        List.of(folder.resolve("kafka").toString(), Integer.toString(port))),
                Map.of(),
                folder.resolve("broker.log"));
        return started.awaitReady(() -> LocalBroker.answers("127.0.0.1:" + port));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Stops it cleanly; its data are kept. */
    public void stop() {
        process.close();
    }

    /** Starts it again with its data; returns when it answers. */
    public void startAgain() {
        process = process(programs, folder, port);
    }

    public void create(String topic, Map<String, String> settings) {
        try (Admin admin = admin()) {
            get(admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1).configs(settings)))
                    .all());
        }
    }

    /** How many records were ever written to a topic. */
    public long written(String topic) {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition), partition -> OffsetSpec.latest()));
            return get(admin.listOffsets(ends).all()).values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchmarkException("The broker does not answer a question about its topics.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
