/** Takes contribution tokens for reports: verifies them, and spends each once, in PostgreSQL. May use the keys package and the token library. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.redemption;
