package io.auralis.publisher.cli;

import picocli.CommandLine.Command;

/** Groups the commands about candidates. */
@Command(
        name = "candidates",
        description = "Reviews the changes that the aggregator proposes.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  auralis maintainer candidates list"})
final class CandidatesCommand {}
