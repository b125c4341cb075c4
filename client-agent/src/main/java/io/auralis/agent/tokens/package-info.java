/** Anonymous contribution tokens on the listener's side: drawn from a server's issuer in advance, kept in the home, given out one for each summary. Uses the token library and the home and exchange packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.tokens;
