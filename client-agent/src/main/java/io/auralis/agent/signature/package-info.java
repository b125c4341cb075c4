/** What a collection of fingerprints tells: which tracks are alike, which stand apart, the signature of a dense cluster, and the profile drafted from it. Pure figures: uses the library's packed fingerprints, contracts and the engine's detection only; the drafts' files, the home package. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.signature;
