package io.auralis.agent.sharing;

import java.time.Instant;

/**
 * What the listener decided about sharing, and when.
 *
 * @param sharing on or off
 * @param at when he decided, UTC, ISO-8601
 * @param textVersion the words he agreed to, see {@link ConsentText}
 * @param server where to send
 */
public record Consent(boolean sharing, String at, String textVersion, String server) {
    static Consent given(Instant at, String server) {
        return new Consent(true, at.toString(), ConsentText.VERSION, server);
    }

    Consent takenBack(Instant when) {
        return new Consent(false, when.toString(), textVersion, server);
    }

    /** On, and given to the words in force today. */
    boolean permitsSending() {
        return sharing && textVersion.equals(ConsentText.VERSION);
    }
}
