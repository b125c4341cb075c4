/** Candidates as they are kept and offered: derivations on a schedule and on demand, the noisy figures' budget, the tables and the endpoints. May use the derivation, statistics, privacy and sink packages and the database. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.candidate;
