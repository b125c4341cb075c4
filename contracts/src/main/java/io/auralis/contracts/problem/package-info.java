/** The stable codes of refused requests, sent as application/problem+json (RFC 9457). Uses no other package of this library. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.problem;
