package io.auralis.agent.sharing;

import java.util.Optional;

/** Tells the server one entry of the outbox, a summary with its token. */
final class Courier {
    /** A second token where the first was not taken; a server that takes neither is asked again later. */
    private static final int MOST_TOKENS = 2;

    private final Sender sender;
    private final Purse purse;

    Courier(Sender sender, Purse purse) {
        this.sender = sender;
        this.purse = purse;
    }

    Answer tell(OutboxEntry entry) {
        String body = entry.body();
        if (body == null) {
            return sender.withdraw(entry);
        }
        String refusal = "";
        for (int shown = 0; shown < MOST_TOKENS; shown++) {
            Fare fare = purse.fareOf(entry);
            if (fare instanceof Fare.Missing missing) {
                return new Answer.NoWord(missing.why(), missing.askedWait());
            }
            String token = fare instanceof Fare.Paid paid ? paid.token() : null;
            Answer answer = sender.submit(entry, body, token);
            if (!(answer instanceof Answer.AnotherToken another)) {
                return answer;
            }
            if (token != null) {
                purse.drop(entry, token);
            }
            refusal = another.reason();
        }
        return new Answer.NoWord(
                "The server takes none of our contribution tokens (" + refusal + ")", Optional.empty());
    }
}
