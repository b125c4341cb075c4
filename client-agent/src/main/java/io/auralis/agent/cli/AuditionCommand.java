package io.auralis.agent.cli;

import io.auralis.agent.audition.Answer;
import io.auralis.agent.audition.ListeningRoom;
import io.auralis.agent.audition.PendingAudition;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.decoding.ContainedDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code auralis audition}: two masterings of a passage, blind and equally loud; the answer is evidence of taste. */
@Command(
        name = "audition",
        description = "Compare two masterings of a passage by ear, equally loud and without their names; your answer "
                + "counts for more than a comment.",
        footer = {
            "",
            "Play both files with whatever you listen with, then answer. What they differ in is told after that.",
            "",
            "Example: auralis audition song.flac",
            "Example: auralis audition --answer b"
        })
final class AuditionCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A FLAC, WAV, AIFF, WavPack, MP3, Ogg, Opus or M4A file.")
    private @Nullable Path file;

    @Option(
            names = "--dimension",
            paramLabel = "NAME",
            description = "What they shall differ in: bass, low-mid, mid, treble, air, width or punch; default: what "
                    + "least is known about.")
    private @Nullable String dimension;

    @Option(names = "--answer", paramLabel = "a|b|none", description = "Which you like better; none: no difference.")
    private @Nullable String answer;

    @Option(names = "--drop", description = "Give up the one that waits for an answer.")
    private boolean drop;

    AuditionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int asked = (file == null ? 0 : 1) + (answer == null ? 0 : 1) + (drop ? 1 : 0);
        if (asked > 1 || (dimension != null && file == null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Either a FILE, perhaps with --dimension, or --answer, or --drop.");
        }
        ModelStore models = new ModelStore(session.home());
        PersonalLayer layer = new PersonalLayer(session.home(), session.clock(), models);
        ListeningRoom room = new ListeningRoom(session.home(), session.clock(), layer);
        if (drop) {
            drop(room);
        } else if (answer != null) {
            printAnswered(room.answer(Answer.parse(answer)));
        } else if (file != null) {
            prepare(room, models, file);
        } else {
            show(room);
        }
        return ExitCode.OK;
    }

    private void prepare(ListeningRoom room, ModelStore models, Path song) {
        PendingAudition made;
        try (ContainedDecoder decoder = new ContainedDecoder();
                ProgressBar progress = new ProgressBar(session)) {
            made = room.prepare(
                    song,
                    Optional.ofNullable(dimension).map(AuditionCommand::parse),
                    decoder,
                    models.active().model(),
                    new SecureRandom(),
                    progress);
        }
        print(room, made);
    }

    private void show(ListeningRoom room) {
        PendingAudition waiting = room.waiting()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "Missing required parameter: 'FILE' (no audition waits for an answer)"));
        print(room, waiting);
    }

    private void print(ListeningRoom room, PendingAudition waiting) {
        if (output.json) {
            Output.printJson(session.out(), AuditionView.of(room, waiting));
            return;
        }
        session.out()
                .println(String.format(
                        Locale.ROOT,
                        "Two masterings of %s, %.0f s from %s on, equally loud:",
                        waiting.played().track(),
                        waiting.seconds(),
                        time(waiting.startSeconds())));
        session.out().println("  A  " + room.a());
        session.out().println("  B  " + room.b());
        if (session.interactive()) {
            ask(room);
        } else {
            session.out().println("Play both, then: auralis audition --answer a, b, or none (no difference).");
        }
    }

    /** Asks until there is an answer, or the listener leaves it for later. */
    private void ask(ListeningRoom room) {
        while (true) {
            session.out().print("Which do you like better? a, b, n (no difference), or Enter to answer later: ");
            session.out().flush();
            String typed = typed();
            if (typed.isBlank()) {
                session.out().println("Answer later with: auralis audition --answer a, b or none");
                return;
            }
            try {
                printAnswered(room.answer(Answer.parse(typed)));
                return;
            } catch (IllegalArgumentException e) {
                session.out().println(e.getMessage());
            }
        }
    }

    private String typed() {
        try {
            return Optional.ofNullable(session.in().readLine()).orElse("");
        } catch (IOException e) {
            throw new HomeException("Cannot read your answer: " + Causes.sentence(e) + ".", e);
        }
    }

    private void printAnswered(ListeningRoom.Answered answered) {
        AuditionView.Told told = AuditionView.Told.of(answered);
        if (output.json) {
            Output.printJson(session.out(), told);
        } else {
            told.lines().forEach(session.out()::println);
        }
    }

    private void drop(ListeningRoom room) {
        Optional<PendingAudition> dropped = room.drop();
        if (output.json) {
            Output.printJson(session.out(), new Dropped(dropped.isPresent()));
        } else {
            session.out()
                    .println(dropped.map(one ->
                                    "Dropped the audition of " + one.played().track() + "; nothing is learned from it.")
                            .orElse("No audition waits for an answer."));
        }
    }

    private static TasteDimension parse(String name) {
        try {
            return TasteDimension.parse(name.replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is none of the dimensions: bass, low-mid, mid, treble, air, width or punch.", e);
        }
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d", (int) seconds / 60, (int) seconds % 60);
    }

    private record Dropped(boolean dropped) {}
}
