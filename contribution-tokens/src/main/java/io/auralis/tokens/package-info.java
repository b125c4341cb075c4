/** Anonymous contribution tokens: blind RSA signatures (RFC 9474) in the messages of Privacy Pass (RFC 9577, RFC 9578), for the agent that gets and spends them and the service that issues and redeems them. Plain Java that may use Bouncy Castle and the contracts' JSON. */
@org.jspecify.annotations.NullMarked
package io.auralis.tokens;
