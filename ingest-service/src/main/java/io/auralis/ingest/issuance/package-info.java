/** Issues contribution tokens: signs what it cannot read, so many a day for each client, and remembers nothing of whom. May use the keys, reception and problem packages and the token library. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.issuance;
