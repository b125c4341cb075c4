/** The whole loop as a story: the real commands, run one after the other on a fresh home and a fresh community. Uses the listener and music packages, the commands as processes, and the aggregator over HTTP. */
@org.jspecify.annotations.NullMarked
package io.auralis.simulator.demo;
