/** The personal layer: the published learning rule, and the profile it keeps in a Git repository. Uses contracts, the comment, feedback, history, home and models packages, and the engine's detection and planning. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.personal;
