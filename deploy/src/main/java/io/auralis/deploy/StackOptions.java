package io.auralis.deploy;

import io.auralis.contracts.json.Json;
import io.auralis.deploy.stack.LocalStack;
import io.auralis.deploy.stack.StackFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every community command. */
final class StackOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the stack's data (default: $AURALIS_COMMUNITY_HOME, else ~/.auralis-community).")
    @Nullable
    Path home;

    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Option(names = "--stacktrace", description = "Print the cause of a failure.")
    boolean stacktrace;

    StackFolder folder() {
        return home != null
                ? new StackFolder(home)
                : StackFolder.resolve(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    LocalStack stack(PrintWriter progress) {
        return new LocalStack(folder(), progress::println);
    }

    static void printJson(PrintWriter out, Object value) {
        out.println(Json.pretty(value));
    }
}
