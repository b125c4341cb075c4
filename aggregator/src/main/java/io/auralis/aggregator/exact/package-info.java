/** The exact statistics, for an operator only: no path of it may face the public. May use the sink and statistics packages, and JAX-RS. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.exact;
