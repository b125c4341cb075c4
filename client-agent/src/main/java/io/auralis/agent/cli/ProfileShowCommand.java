package io.auralis.agent.cli;

import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.PersonalProfile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis profile show}. */
@Command(
        name = "show",
        description = "Show what is changed on your behalf with the gear in use, and on what evidence.",
        footer = {"", "Example: auralis profile show --json"})
final class ProfileShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    ProfileShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalLayer layer = session.personalLayer();
        PersonalProfile profile = layer.current();
        ProfileView view = ProfileView.of(profile, layer.ratings(profile.gear()).size());
        if (output.json) {
            Output.printJson(session.out(), view);
        } else {
            view.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
