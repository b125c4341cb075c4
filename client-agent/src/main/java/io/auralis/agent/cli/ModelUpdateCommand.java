package io.auralis.agent.cli;

import io.auralis.agent.models.ModelRefusedException;
import io.auralis.agent.models.ModelUpdate;
import io.auralis.agent.models.RepositoryChoice;
import io.auralis.contracts.basemodel.ModelTarget;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis model update}. */
@Command(
        name = "update",
        description = "Fetch, verify and put in force the newest base model.",
        footer = {
            "",
            "The repository and its first root are named once; without them, those of a community on this "
                    + "machine are taken. Anything that does not verify is refused and the model in force stays.",
            "",
            "Example: auralis model update --repository https://models.example.org/ --trust-root root.json"
        })
final class ModelUpdateCommand implements Callable<Integer> {
    /** As on the command line. */
    enum Channel {
        stable(ModelTarget.Channel.STABLE),
        beta(ModelTarget.Channel.BETA);

        private final ModelTarget.Channel channel;

        Channel(ModelTarget.Channel channel) {
            this.channel = channel;
        }
    }

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--repository", paramLabel = "URL", description = "The signed repository; remembered.")
    private @Nullable String repository;

    @Option(names = "--trust-root", paramLabel = "FILE", description = "Its first root.json; pinned on first use.")
    private @Nullable Path trustRoot;

    @Option(names = "--channel", paramLabel = "stable|beta", description = "Which releases; remembered.")
    private @Nullable Channel channel;

    @Option(names = "--check", description = "Only say whether there is a newer model.")
    private boolean check;

    ModelUpdateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ModelRefusedException {
        ModelUpdate update = new ModelUpdate(session.home(), session.clock());
        Optional<RepositoryChoice> known = update.choice();
        LocalCommunity community = new LocalCommunity(session.environment());
        boolean local = repository == null && known.isEmpty();
        String address = Optional.ofNullable(repository)
                .or(() -> known.map(RepositoryChoice::address))
                .or(() -> community.address("repository"))
                .orElseThrow(() -> new IllegalArgumentException("No repository is known yet; name it and its first root"
                        + " once: auralis model update --repository URL --trust-root FILE."));
        Optional<Path> root = Optional.ofNullable(trustRoot)
                .or(() -> local ? community.address("trustRoot").map(Path::of) : Optional.empty());
        ModelTarget.Channel chosen = channel != null
                ? channel.channel
                : known.map(RepositoryChoice::channel).orElse(ModelTarget.Channel.STABLE);
        ModelChange change =
                ModelChange.settle(update.update(new RepositoryChoice(address, chosen), root, check), session);
        if (output.json) {
            Output.printJson(session.out(), change);
        } else {
            change.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
