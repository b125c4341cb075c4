/** One HTTP request at a time to a server of the listener's choice, bounded in time and size, with nothing in it that identifies him. The only package that opens a connection; used by sharing and models alone. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.exchange;
