package io.auralis.benchmarks.payload;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ready-made request bodies, so that a client spends nothing on making them. Each is its length in decimal, a newline, the
 * bytes, a newline: what a few lines of Lua can read.
 */
public final class BodyFile {
    private BodyFile() {}

    /**
     * Writes the reports of contributors 0, 1, … in order.
     *
     * @param contributors how many, at least {@code batch}
     * @param batch reports in one body
     */
    public static void write(Path file, SampleReports reports, BodyFormat format, int contributors, int batch) {
        if (batch < 1 || contributors < batch) {
            throw new IllegalArgumentException(
                    "a body needs 1 to " + contributors + " contributors but is to have " + batch);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int first = 0; first + batch <= contributors; first += batch) {
                List<Integer> some =
                        IntStream.range(first, first + batch).boxed().toList();
                byte[] body = format.body(reports, some);
                out.write((body.length + "\n").getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public static List<byte[]> read(Path file) {
        List<byte[]> bodies = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int digit = in.read(); digit >= 0; digit = in.read()) {
                int length = 0;
                while (digit != '\n') {
                    length = 10 * length + (digit - '0');
                    digit = in.read();
                }
                byte[] body = new byte[length];
                in.readFully(body);
                in.skipNBytes(1);
                bodies.add(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return bodies;
    }
}
