/** JMH benchmarks of what every report costs. May use the payload package, the contracts and JMH. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.hotpath;
