/** Distributed learning, opt-in: consent, the anonymous report and its exact bytes, the outbox, sending and withdrawing (design section 7). Uses contracts and the home, exchange, tokens, feedback, comment, personal and models packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.sharing;
