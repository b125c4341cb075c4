/** What goes out of and into the personal layer by the listener's own hand: deleting feedback, and archives of the whole layer. Uses contracts and the feedback, history, home, models, personal and sharing packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.transfer;
