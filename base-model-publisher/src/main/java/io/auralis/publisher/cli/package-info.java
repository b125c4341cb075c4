/** The maintainer's command line: plain picocli over the service's REST API, without Quarkus or a server of its own. May use the contracts and wording. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.cli;
