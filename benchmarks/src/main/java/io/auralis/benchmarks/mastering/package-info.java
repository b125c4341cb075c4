/** Whole mastering programs side by side on the same songs: what they cost, and how near what they write comes to what was asked. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.mastering;
