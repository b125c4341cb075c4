/** The one JSON mapper, the canonical form (RFC 8785) and the JSON Schemas of all that crosses a process boundary. Uses no other package of this library. */
@org.jspecify.annotations.NullMarked
package io.auralis.contracts.json;
