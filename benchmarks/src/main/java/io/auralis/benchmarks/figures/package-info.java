/** What is made of repeated runs. May use the JDK only. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.figures;
