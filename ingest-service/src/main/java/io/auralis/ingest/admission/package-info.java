/** Decides whether a document is a report that may be stored: JSON Schema, then type, then plausibility. Plain Java that may use the contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.admission;
