/** What is counted: cohorts, one contributor's voice, and integer counts that add, subtract and merge exactly. Plain Java over the contracts; uses no other package of this service. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.statistics;
