package io.auralis.deploy;

import io.auralis.deploy.stack.Installation;
import io.auralis.deploy.stack.Member;
import io.auralis.deploy.stack.StackState;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code community up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts what is not running yet and waits until it answers.",
            "Ports are free ones at first and remembered. The services inherit the environment, so that each of their"
                    + " settings can be given as a variable."
        },
        footer = {"", "Example:", "  auralis community up --kafka-port 9092"})
final class UpCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options = new StackOptions();

    @Option(names = "--database-port", paramLabel = "PORT", description = "Port of PostgreSQL.")
    private @Nullable Integer databasePort;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Port of Kafka.")
    private @Nullable Integer kafkaPort;

    @Option(names = "--ingest-port", paramLabel = "PORT", description = "Port of the ingest service.")
    private @Nullable Integer ingestPort;

    @Option(names = "--aggregator-port", paramLabel = "PORT", description = "Port of the aggregator.")
    private @Nullable Integer aggregatorPort;

    @Option(names = "--publisher-port", paramLabel = "PORT", description = "Port of the publisher and its repository.")
    private @Nullable Integer publisherPort;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StackState state = options.stack(spec.commandLine().getErr()).up(Installation.ofThisProcess(), wantedPorts());
        if (options.json) {
            StackOptions.printJson(out, state);
            return 0;
        }
        out.println("ingest      " + state.ingest());
        out.println("aggregator  " + state.aggregator());
        out.println("publisher   " + state.publisher() + "   (account " + state.maintainerAccount() + ", password in "
                + state.maintainerPasswordFile() + ")");
        out.println("repository  " + state.repository() + "   (first root of trust " + state.trustRoot() + ")");
        out.println("Kafka       " + state.kafka());
        out.println("PostgreSQL  " + state.databaseUrl());
        out.println("logs        " + state.logs());
        return 0;
    }

    private Map<Member, Integer> wantedPorts() {
        Map<Member, Integer> ports = new EnumMap<>(Member.class);
        put(ports, Member.DATABASE, databasePort);
        put(ports, Member.BROKER, kafkaPort);
        put(ports, Member.INGEST, ingestPort);
        put(ports, Member.AGGREGATOR, aggregatorPort);
        put(ports, Member.PUBLISHER, publisherPort);
        if (ports.values().stream().distinct().count() < ports.size())
            throw new ParameterException(spec.commandLine(), "Two members cannot share a port.");
        return ports;
    }

    private void put(Map<Member, Integer> ports, Member member, @Nullable Integer port) {
        if (port == null) return;
        if (port < 1 || port > 65535)
            throw new ParameterException(
                    spec.commandLine(), member.portOption() + " must be 1 to 65535, is " + port + ".");
        ports.put(member, port);
    }
}
