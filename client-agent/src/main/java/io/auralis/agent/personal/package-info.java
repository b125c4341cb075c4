/** The personal layer: the published learning rule, and the profile it keeps in a Git repository. Uses contracts and the home, feedback and history packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.personal;
