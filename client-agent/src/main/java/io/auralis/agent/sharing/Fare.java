package io.auralis.agent.sharing;

import java.time.Duration;
import java.util.Optional;

/** How one summary is paid for. Sealed, since a summary without a token is sent or kept, by the reason. */
sealed interface Fare {
    /** With this token, in base64url. */
    record Paid(String token) implements Fare {}

    /** The server asks for none. */
    record Free() implements Fare {}

    /** There is none to be had now. */
    record Missing(String why, Optional<Duration> askedWait) implements Fare {}
}
