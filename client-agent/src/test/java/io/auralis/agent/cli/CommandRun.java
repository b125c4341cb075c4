package io.auralis.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.json.Json;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** One run of the real command line in memory: its exit code and what it wrote. */
record CommandRun(int code, String out, String err) {
    static CommandRun of(Path home, Clock clock, String... arguments) {
        return of(home, clock, "", false, arguments);
    }

    /** With somebody who watches and types. */
    static CommandRun watched(Path home, Clock clock, String typed, String... arguments) {
        return of(home, clock, typed, true, arguments);
    }

    private static CommandRun of(Path home, Clock clock, String typed, boolean interactive, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session = new Session(
                new AuralisHome(home),
                clock,
                Map.of("HOME", home.resolveSibling("no-community").toString()),
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out),
                new PrintWriter(err),
                interactive);
        int code = Auralis.run(session, arguments);
        session.err().flush();
        return new CommandRun(code, out.toString(), err.toString());
    }

    static CommandRun of(Path home, String... arguments) {
        return of(home, Clock.systemUTC(), arguments);
    }

    JsonNode json() {
        return Json.read(out.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
