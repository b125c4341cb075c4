/** Completes META-INF/openapi.json with the contracts' own schemas and examples, at build time. May use the contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.openapi;
