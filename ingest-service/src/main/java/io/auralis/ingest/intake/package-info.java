/** The HTTP interface: reads one submission or a batch, has it decided and stored, and answers each on its own. May use the admission, broker and problem packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.intake;
