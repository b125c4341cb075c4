package io.auralis.agent.cli;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.StatedAsks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says what of a comment was understood, and what was not. */
final class AskText {
    /** What to begin with where nothing was understood. */
    private static final String EXAMPLE = "bass more a_bit, width fine";

    private AskText() {}

    static List<String> lines(List<Ask> asks, List<String> ignored) {
        List<String> lines = new ArrayList<>();
        if (asks.isEmpty()) {
            lines.add("Understood: no wish about the sound.");
        }
        asks.forEach(ask -> lines.add("Understood: " + sentence(ask) + "."));
        if (!ignored.isEmpty()) {
            lines.add("Not understood: \"" + String.join("\", \"", ignored) + "\".");
        }
        return lines;
    }

    /** The command that states the asks by hand, with what was understood to begin with. */
    static String howToCorrect(Path file, List<Ask> asks) {
        String example = asks.isEmpty() ? EXAMPLE : StatedAsks.text(asks);
        return "Not what you meant? auralis rate-track \"" + file + "\" --replace --asks \"" + example + "\"";
    }

    private static String sentence(Ask ask) {
        String aspect = ask.aspect().key().replace('_', '-');
        String word = ask.topic().key().replace('_', '-');
        // "Less bass (boom)"; the sub-bass needs no other name.
        String finer = aspect.startsWith(word) ? "" : " (" + word + ")";
        if (ask.direction() == Direction.FINE) {
            return aspect + finer + " is fine";
        }
        String amount = switch (ask.intensity()) {
            case A_BIT -> "a bit ";
            case PLAIN -> "";
            case MUCH -> "much ";
        };
        return amount + (ask.direction() == Direction.MORE ? "more " : "less ") + aspect + finer;
    }
}
