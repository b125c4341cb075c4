package io.auralis.agent.cli;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Direction;
import java.util.ArrayList;
import java.util.List;

/** Says what of a comment was understood, and what was not. */
final class AskText {
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

    private static String sentence(Ask ask) {
        String aspect = ask.aspect().key().replace('_', '-');
        if (ask.direction() == Direction.FINE) {
            return aspect + " is fine";
        }
        String amount = switch (ask.intensity()) {
            case A_BIT -> "a bit ";
            case PLAIN -> "";
            case MUCH -> "much ";
        };
        return amount + (ask.direction() == Direction.MORE ? "more " : "less ") + aspect;
    }
}
