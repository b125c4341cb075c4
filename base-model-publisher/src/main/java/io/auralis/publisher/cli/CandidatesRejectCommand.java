package io.auralis.publisher.cli;

import picocli.CommandLine.Command;

/** Says no to a candidate. */
@Command(
        name = "reject",
        description = "Rejects a candidate for good.",
        footer = {"", "Example:", "  auralis maintainer candidates reject studio-bass --reason \"One month only.\""})
final class CandidatesRejectCommand extends DecisionCommand {
    CandidatesRejectCommand(LocalCommunity community) {
        super(community);
    }
}
