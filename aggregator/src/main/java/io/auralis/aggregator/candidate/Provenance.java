package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.Sample;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.contracts.json.Sha256;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Of which reports the statistics of a derivation were.
 *
 * @param positions per partition of the topic of reports, the offsets and what was met between them
 * @param samples SHA-256 of the exact counts, per population and month that was looked at:
 *     {@code 1.0.0/studio/neutral 2026-11}
 */
public record Provenance(SortedMap<Integer, PartitionPosition> positions, SortedMap<String, String> samples) {

    static Provenance of(SortedMap<Integer, PartitionPosition> positions, Collection<Sample> samples) {
        SortedMap<String, String> hashes = new TreeMap<>();
        samples.forEach(sample -> hashes.put(
                sample.population().key() + " " + sample.month(),
                Sha256.hex(sample.state().bytes())));
        return new Provenance(positions, hashes);
    }
}
