/** The command line of the benchmarks: {@code ./auralis benchmark}. Uses every other package here and picocli. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks;
