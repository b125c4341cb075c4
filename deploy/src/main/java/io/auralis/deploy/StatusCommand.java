package io.auralis.deploy;

import io.auralis.deploy.stack.LocalStack;
import io.auralis.deploy.stack.MemberStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code community status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says which members run and answer, and where.",
        footer = {"", "Example:", "  auralis community status --json"})
final class StatusCommand implements Callable<Integer> {
    /** What {@code --json} prints. */
    record Status(String home, boolean up, List<MemberStatus> members) {}

    @Mixin
    private StackOptions options = new StackOptions();

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalStack stack = options.stack(spec.commandLine().getErr());
        List<MemberStatus> members = stack.isSetUp() ? stack.status() : List.of();
        boolean up = !members.isEmpty()
                && members.stream().allMatch(member -> member.state().equals("up"));
        String home = options.folder().root().toString();
        if (options.json) {
            StackOptions.printJson(out, new Status(home, up, members));
        } else if (members.isEmpty()) {
            out.println("No stack was ever started in " + home + ".");
        } else {
            for (MemberStatus member : members)
                out.printf(
                        "%-21s %-7s %-10s %s%n",
                        member.name(),
                        member.state(),
                        member.pid() == 0 ? "" : "pid " + member.pid(),
                        member.address());
        }
        return 0;
    }
}
