/** The listener's ratings: stored so that an acknowledged one survives a kill, and deleted so that no byte remains. Uses contracts and the home, history and comment packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.feedback;
