package io.auralis.agent.cli;

import io.auralis.agent.history.FileHash;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.mastering.ReferenceMatch;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** That a track is to come near to another. */
final class ReferenceOptions {
    @Option(
            names = "--reference",
            paramLabel = "SONG",
            description = "Match the tone, width and loudness of this song instead of the base model's.")
    private @Nullable Path reference;

    @Option(
            names = "--match",
            paramLabel = "AMOUNT",
            converter = AmountConverter.class,
            description = "How much of the way to the reference; default: 100%%.")
    private @Nullable Double match;

    /** @throws IllegalArgumentException if an amount is asked for and no reference */
    void require() {
        if (match != null && reference == null) {
            throw new IllegalArgumentException("--match says how near to come to a --reference, and there is none.");
        }
    }

    /** Listens to the reference, if there is one. */
    Optional<ReferenceMatch> heard(Masterer masterer, Progress progress) {
        return Optional.ofNullable(reference)
                .map(song -> new ReferenceMatch(
                        masterer.reference(song, (stage, fraction) -> progress.report("reference", fraction)),
                        amount()));
    }

    /** All of it that decides what comes out of a track. */
    String decides() {
        return reference == null ? "" : FileHash.of(reference) + " " + amount();
    }

    private double amount() {
        return match == null ? 1 : match;
    }
}
