/** The simulator's command line and the run over many listeners. Uses the listener package and picocli. */
@org.jspecify.annotations.NullMarked
package io.auralis.simulator;
