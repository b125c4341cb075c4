/** Processes under measurement: started, asked, watched through /proc, stopped. May use the JDK, and Kafka's own word for its version. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.process;
