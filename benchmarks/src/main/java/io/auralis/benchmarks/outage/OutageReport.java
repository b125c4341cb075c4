package io.auralis.benchmarks.outage;

import io.auralis.benchmarks.process.Machine;
import java.util.List;
import java.util.Locale;

/** All of one outage, as its JSON has it. */
public record OutageReport(Machine machine, List<Behaviour> behaviours) {

    /** A table for a person, in Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder(
                "| target | answers to a report while the broker is away | readiness then | stores again after the broker's return |\n|---|---|---|---|\n");
        for (Behaviour behaviour : behaviours) {
            StringBuilder answers = new StringBuilder();
            for (Behaviour.Answered answer : behaviour.answers()) {
                answers.append(String.format(
                        Locale.ROOT,
                        "%s%s after %.2f s%s `%s`",
                        answers.isEmpty() ? "" : "; ",
                        answer.status() == 0 ? "nothing" : answer.status(),
                        answer.seconds(),
                        answer.retryAfter().isEmpty() ? "" : ", Retry-After " + answer.retryAfter() + ",",
                        answer.body()));
            }
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %s |%n",
                    behaviour.target(),
                    answers,
                    behaviour.readyWhileAway(),
                    behaviour.acceptsAgainSeconds() < 0
                            ? "not within a minute"
                            : String.format(Locale.ROOT, "%.1f s", behaviour.acceptsAgainSeconds())));
        }
        return text.toString();
    }
}
