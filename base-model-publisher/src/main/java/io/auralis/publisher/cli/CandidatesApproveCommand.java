package io.auralis.publisher.cli;

import picocli.CommandLine.Command;

/** Says yes to a candidate. */
@Command(
        name = "approve",
        description = "Approves a candidate.",
        footer = {
            "",
            "Example:",
            "  auralis maintainer candidates approve studio-bass --reason \"Clear in both months.\""
        })
final class CandidatesApproveCommand extends DecisionCommand {
    CandidatesApproveCommand(LocalCommunity community) {
        super(community);
    }
}
