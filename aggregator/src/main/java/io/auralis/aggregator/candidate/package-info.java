/** Candidates as they are kept and offered: derivations on a schedule and on demand, the noisy figures' budget, provenance and its verification, the tables and the endpoints. May use the derivation, statistics, privacy, sink and replay packages and the database. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.candidate;
