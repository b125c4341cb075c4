package io.auralis.agent.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on a bare socket, so that a test sees every byte that left the process. */
public final class RawServer implements AutoCloseable {
    /** One request as it arrived. */
    public static final class Request {
        private final String head;
        private final byte[] body;

        Request(String head, byte[] body) {
            this.head = head;
            this.body = body;
        }

        /** Request line and headers. */
        public String head() {
            return head;
        }

        public byte[] body() {
            return body.clone();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String method() {
            return head.substring(0, head.indexOf(' '));
        }

        public String header(String name) {
            return Arrays.stream(head.split("\r\n"))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Function<Request, byte[]> answer;

    /** @param answer the raw bytes to answer a request with */
    public RawServer(Function<Request, byte[]> answer) throws IOException {
        this.answer = answer;
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    public static byte[] response(int status, String headers, byte[] body) {
        String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n"
                + headers + "\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    public String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public int connections() {
        return connections.get();
    }

    private void serve() {
        while (true) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> talk(connection), "raw-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.write(next);
            }
            Request bare = new Request(head.toString(StandardCharsets.ISO_8859_1), new byte[0]);
            String length = bare.header("Content-Length");
            Request request =
                    new Request(bare.head(), length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length)));
            requests.add(request);
            connection.getOutputStream().write(answer.apply(request));
        } catch (IOException e) {
            // The client left, which some tests are about; what it sent is recorded.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
