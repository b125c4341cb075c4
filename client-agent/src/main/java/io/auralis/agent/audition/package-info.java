/** Auditions on this machine: two masterings of a passage are made, wait for an answer, and are deleted with it. Uses contracts, mastering-engine and the feedback, history, home, models and personal packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.audition;
