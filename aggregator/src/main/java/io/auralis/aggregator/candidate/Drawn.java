package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.NoisyCount;
import io.auralis.aggregator.derivation.NoisyDistribution;
import io.auralis.aggregator.derivation.NoisyTest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The noisy figures of a sample as they are stored.
 *
 * @param count absent until drawn
 * @param distributions per dimension
 * @param tests per dimension, step and clip
 */
record Drawn(@Nullable NoisyCount count, Map<String, NoisyDistribution> distributions, Map<String, NoisyTest> tests) {
    static final Drawn NOTHING = new Drawn(null, Map.of(), Map.of());

    Drawn {
        distributions = Map.copyOf(distributions);
        tests = Map.copyOf(tests);
    }

    Drawn with(NoisyCount drawn) {
        return new Drawn(drawn, distributions, tests);
    }

    Drawn with(String question, NoisyDistribution drawn) {
        Map<String, NoisyDistribution> more = new TreeMap<>(distributions);
        more.put(question, drawn);
        return new Drawn(count, more, tests);
    }

    Drawn with(String question, NoisyTest drawn) {
        Map<String, NoisyTest> more = new TreeMap<>(tests);
        more.put(question, drawn);
        return new Drawn(count, distributions, more);
    }
}
