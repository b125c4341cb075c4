/** The folder that holds all of a listener's own: where things are, atomic files, and one writer at a time. Uses java.* and contracts only. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.home;
