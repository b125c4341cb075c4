package io.auralis.bare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a body; a single line, the body itself, costs nothing. */
final class Lines {
    private Lines() {}

    static List<byte[]> of(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < body.length; at++) {
            if (body[at] == '\n') {
                lines.add(Arrays.copyOfRange(body, from, at));
                from = at + 1;
            }
        }
        if (from < body.length) {
            lines.add(from == 0 ? body : Arrays.copyOfRange(body, from, body.length));
        }
        return lines;
    }
}
