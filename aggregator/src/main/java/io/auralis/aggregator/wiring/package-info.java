/** Makes the long-running parts from the configuration and starts and stops them with the process. The one package that knows both Quarkus and all the others. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.wiring;
