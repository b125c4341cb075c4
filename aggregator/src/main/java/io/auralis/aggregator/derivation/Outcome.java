package io.auralis.aggregator.derivation;

import io.auralis.contracts.candidate.Candidate;

/** What a derivation made of a cell. */
public sealed interface Outcome {
    Cell cell();

    record Proposed(Cell cell, Candidate candidate) implements Outcome {}

    record Refused(Cell cell, Refusal refusal) implements Outcome {}
}
