package io.auralis.ingest.keys;

import io.auralis.tokens.IssuerKey;
import java.time.Instant;

/**
 * A key of the folder.
 *
 * @param created when it began to issue, to the second
 */
record StoredKey(Instant created, IssuerKey key) {
    String id() {
        return key.publicKey().idHex();
    }
}
