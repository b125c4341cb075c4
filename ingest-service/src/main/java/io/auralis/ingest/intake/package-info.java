/** The HTTP interface: reads one submission or a batch, has it decided, paid for and stored, and answers each on its own. May use the admission, redemption, broker, reception and problem packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.intake;
