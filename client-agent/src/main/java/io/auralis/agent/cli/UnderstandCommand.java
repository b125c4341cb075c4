package io.auralis.agent.cli;

import io.auralis.agent.comment.CommentParser;
import io.auralis.agent.comment.Understanding;
import io.auralis.agent.feedback.Rating;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis understand}: what a comment would be understood as; nothing is stored. */
@Command(
        name = "understand",
        description = "Show what a comment is understood as, in any language of docs/comments.md; stores nothing.",
        footer = {"", "Example: auralis understand \"great mids but the treble is a bit harsh\""})
final class UnderstandCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "The comment; quotes are not needed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String[] words;

    UnderstandCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String comment = String.join(" ", words);
        Rating.requireComment(comment);
        Understanding understanding = CommentParser.ofAllLanguages().understand(comment);
        if (output.json) {
            Output.printJson(session.out(), understanding);
        } else {
            AskText.lines(understanding.asks(), understanding.ignored()).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
