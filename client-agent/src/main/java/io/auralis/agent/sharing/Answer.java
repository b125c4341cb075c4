package io.auralis.agent.sharing;

import java.time.Duration;
import java.util.Optional;

/** What became of one attempt to tell the server something. Sealed: each kind has its own consequence for the outbox. */
sealed interface Answer {
    /** Every replica has it: settled. */
    record Accepted() implements Answer {}

    /** The service says no, and would again: settled, with its reason. */
    record Refused(String reason) implements Answer {}

    /** The service wants another token than it was shown, or one at all. */
    record AnotherToken(String reason) implements Answer {}

    /** No word from the service: keep it and try again, not before the wait where the server names one. */
    record NoWord(String why, Optional<Duration> askedWait) implements Answer {}
}
