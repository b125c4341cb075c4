/** Reports of made-up contributors in the form that each endpoint takes. May use the contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.payload;
