package io.auralis.ingest.issuance;

import io.auralis.contracts.problem.Problem;
import java.time.Duration;

/** What a token request is answered with. Sealed, since each kind has its own status and headers. */
sealed interface Issued {
    /** The TokenResponse. A class and no record, since an array is no value. */
    final class Signed implements Issued {
        private final byte[] response;

        Signed(byte[] response) {
            this.response = response.clone();
        }

        byte[] response() {
            return response.clone();
        }
    }

    /** It is not a request for the key in force. */
    record Refused(Problem problem) implements Issued {}

    /** The client's day is used up; a new one begins then. */
    record UsedUp(Duration untilMidnight) implements Issued {}
}
