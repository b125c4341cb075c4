/** The endpoints that are compared, on one broker. May use the kafka, payload and process packages, contracts, contribution-tokens and deploy. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.endpoint;
