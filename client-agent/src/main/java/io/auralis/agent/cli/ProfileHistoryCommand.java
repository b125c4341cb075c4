package io.auralis.agent.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis profile history}: the commits of the profile's Git repository. */
@Command(
        name = "history",
        description = "List the versions of your profile, newest first, each with its reason and what it changed.",
        footer = {"", "It is a Git repository: ~/.auralis/personal/profile.", "", "Example: auralis profile history"})
final class ProfileHistoryCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    ProfileHistoryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ProfileView.Version> versions = session.personalLayer().history().stream()
                .map(ProfileView.Version::whole)
                .toList();
        if (output.json) {
            Output.printJson(session.out(), versions);
        } else if (versions.isEmpty()) {
            session.out().println("No version yet; the first is made at the fifth rating.");
        } else {
            for (int i = 0; i < versions.size(); i++) {
                versions.get(i)
                        .lines(i + 1 < versions.size() ? versions.get(i + 1) : null)
                        .forEach(session.out()::println);
            }
        }
        return ExitCode.OK;
    }
}
