package io.auralis.aggregator.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.auralis.aggregator.derivation.NoisyCount;
import io.auralis.aggregator.derivation.NoisyDistribution;
import io.auralis.aggregator.derivation.NoisyFigures;
import io.auralis.aggregator.derivation.NoisyTest;
import io.auralis.aggregator.derivation.PrivacyCosts;
import io.auralis.aggregator.derivation.Releases;
import io.auralis.aggregator.derivation.Sample;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.TasteDimension;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws each figure of a sample once, pays for it, and answers every repetition with the same figure; lives within one
 * transaction, so that a figure is only told when its payment is committed.
 */
final class StoredReleases implements Releases {
    private final NoisyFigures figures;
    private final PrivacyCosts costs;
    private final PrivacyLedger ledger;
    private final Instant now;
    private final Map<String, Drawn> drawn = new HashMap<>();

    StoredReleases(NoisyFigures figures, PrivacyCosts costs, PrivacyLedger ledger, Instant now) {
        this.figures = figures;
        this.costs = costs;
        this.ledger = ledger;
        this.now = now;
    }

    @Override
    public Optional<NoisyCount> count(Sample sample) {
        return answer(
                sample, drawn(sample).count(), Cost.ofCount(costs), () -> figures.count(sample.state()), Drawn::with);
    }

    @Override
    public Optional<NoisyDistribution> distribution(Sample sample, TasteDimension dimension) {
        String question = dimension.key();
        return answer(
                sample,
                drawn(sample).distributions().get(question),
                Cost.ofDistribution(costs),
                () -> figures.distribution(sample.state(), dimension),
                (before, figure) -> before.with(question, figure));
    }

    @Override
    public Optional<NoisyTest> test(Sample sample, TasteDimension dimension, int steps, int clipSteps) {
        String question = dimension.key() + "/" + steps + "/" + clipSteps;
        return answer(
                sample,
                drawn(sample).tests().get(question),
                Cost.ofTest(costs),
                () -> figures.test(sample.state(), dimension, steps, clipSteps),
                (before, figure) -> before.with(question, figure));
    }

    private <T> Optional<T> answer(
            Sample sample, @Nullable T known, Cost cost, Supplier<T> draw, BiFunction<Drawn, T, Drawn> keep) {
        if (known != null) {
            return Optional.of(known);
        }
        if (!ledger.pay(sample, cost)) {
            return Optional.empty();
        }
        T figure = draw.get();
        keep(sample, keep.apply(drawn(sample), figure));
        return Optional.of(figure);
    }

    private Drawn drawn(Sample sample) {
        return drawn.computeIfAbsent(key(sample), StoredReleases::stored);
    }

    private static Drawn stored(String key) {
        NoisyReleaseEntity entity = NoisyReleaseEntity.findById(key);
        return entity == null
                ? Drawn.NOTHING
                : Json.read(entity.document.getBytes(StandardCharsets.UTF_8), Drawn.class);
    }

    private void keep(Sample sample, Drawn figures) {
        String key = key(sample);
        drawn.put(key, figures);
        NoisyReleaseEntity entity = NoisyReleaseEntity.findById(key);
        if (entity == null) {
            new NoisyReleaseEntity(
                            key,
                            sample.population().key(),
                            sample.month(),
                            now,
                            json(figures),
                            costs.perRelease().decimal())
                    .persist();
        } else {
            entity.document = json(figures);
        }
    }

    /** Other statistics, or another amount of noise, are another question. */
    private String key(Sample sample) {
        byte[] about = (sample.population().key() + " " + sample.month() + " "
                        + costs.perRelease().decimal().toPlainString() + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] state = sample.state().bytes();
        return Sha256.hex(ByteBuffer.allocate(about.length + state.length)
                .put(about)
                .put(state)
                .array());
    }

    private static String json(Drawn figures) {
        try {
            return Json.mapper().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures did not serialise", e);
        }
    }
}
