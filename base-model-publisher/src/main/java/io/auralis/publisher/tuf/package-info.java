/** Writes a TUF repository (specification 1.0) as static files and keeps the keys that sign it. Plain Java: may use the contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.tuf;
