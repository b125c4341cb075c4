package io.auralis.aggregator.candidate;

import com.fasterxml.jackson.annotation.JsonValue;
import io.auralis.aggregator.statistics.PartitionPosition;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a replay of the topic came to.
 *
 * @param candidate its id
 * @param verdict whether the replay found the statistics that the candidate was derived from
 * @param positions up to which offsets it was replayed, and what the stream had met before them
 * @param samples how many populations' months were compared
 * @param different those whose counts differ: {@code 1.0.0/studio/neutral 2026-11}
 * @param meaning the verdict in words
 */
public record Verification(
        String candidate,
        Verdict verdict,
        SortedMap<Integer, PartitionPosition> positions,
        int samples,
        SortedSet<String> different,
        String meaning) {

    /** Whether the replay found the same. */
    public enum Verdict {
        EQUAL("The topic up to these offsets gives exactly the statistics that the candidate was derived from."),
        DIFFERENT("The topic up to these offsets no longer gives these statistics. Reports that were replaced or"
                + " withdrawn after the derivation are compacted away after six days; within six days a difference"
                + " means that what was counted is not what is there.");

        private final String meaning;

        Verdict(String meaning) {
            this.meaning = meaning;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Verification of(String candidate, Provenance derivedFrom, Provenance replayed) {
        SortedSet<String> different = new TreeSet<>();
        derivedFrom.samples().forEach((sample, hash) -> {
            if (!hash.equals(replayed.samples().get(sample))) {
                different.add(sample);
            }
        });
        replayed.samples().keySet().stream()
                .filter(sample -> !derivedFrom.samples().containsKey(sample))
                .forEach(different::add);
        Verdict verdict = different.isEmpty() ? Verdict.EQUAL : Verdict.DIFFERENT;
        return new Verification(
                candidate,
                verdict,
                derivedFrom.positions(),
                derivedFrom.samples().size(),
                different,
                verdict.meaning);
    }
}
