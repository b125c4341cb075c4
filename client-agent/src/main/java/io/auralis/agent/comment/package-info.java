/** Understands a listener's comment: which aspect of the sound he wants more or less of, or praises. Uses contracts only; its words are in data files. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.comment;
