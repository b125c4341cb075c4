/** The jobs: what was applied to which track, so that a rating can refer to it and nothing is analysed again. Uses contracts and the home package only. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.history;
