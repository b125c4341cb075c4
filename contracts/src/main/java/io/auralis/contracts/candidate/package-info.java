/** A proposed change of the base model with its evidence: what the aggregator derives and the publisher reviews. May use the basemodel, taste and JSON packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.candidate;
