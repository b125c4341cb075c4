package io.auralis.simulator.listener;

import com.sun.net.httpserver.HttpServer;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes reports over HTTP as ingest-service does, and keeps them. */
public final class PostBox implements AutoCloseable {
    private final HttpServer server;
    private final List<ReportSubmission> posted = new CopyOnWriteArrayList<>();

    public PostBox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/reports", exchange -> {
            ReportSubmission submission = Json.read(exchange.getRequestBody().readAllBytes(), ReportSubmission.class);
            posted.add(submission);
            byte[] answer =
                    Json.canonical(ReportVerdict.accepted(submission.secret().reportId(), submission.number()));
            exchange.sendResponseHeaders(ReportVerdict.ACCEPTED, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    public ServerAddress address() {
        return ServerAddress.parse("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** In the order of their ids. */
    public List<ReportSubmission> posted() {
        return posted.stream()
                .sorted(Comparator.comparing(one -> one.secret().reportId()))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
