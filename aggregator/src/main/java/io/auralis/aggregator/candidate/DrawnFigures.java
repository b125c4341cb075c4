package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.NoisyCount;
import io.auralis.aggregator.derivation.NoisyDistribution;
import io.auralis.aggregator.derivation.Population;
import io.auralis.aggregator.derivation.PrivacyCosts;
import io.auralis.aggregator.privacy.Rational;
import io.auralis.aggregator.privacy.ZeroConcentrated;
import io.auralis.aggregator.sink.Schema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.statistics.PublicStatistics;
import io.auralis.contracts.statistics.PublicStatistics.DimensionFigures;
import io.auralis.contracts.statistics.PublicStatistics.PopulationFigures;
import io.auralis.contracts.taste.TasteDimension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be said to everybody: of each population's month the figures that a derivation drew last, if the count with
 * noise says that there are enough contributors. It reads what was drawn and never the statistics behind it, so it cannot
 * cost privacy; of a release it takes neither the key, which is a hash of exact counts, nor the tests.
 */
@Singleton
public final class DrawnFigures {
    private final Schema schema;
    private final DerivationSettings settings;

    DrawnFigures(Schema schema, DerivationSettings settings) {
        this.schema = schema;
        this.settings = settings;
    }

    public PublicStatistics published() {
        schema.bringUpToDate();
        List<NoisyReleaseEntity> releases = QuarkusTransaction.requiringNew()
                .call(() -> NoisyReleaseEntity.list("order by releasedAt, sourceSha256"));
        Map<String, PopulationFigures> newest = new TreeMap<>();
        for (NoisyReleaseEntity release : releases) {
            String sample = release.population + " " + release.month;
            figures(release).ifPresentOrElse(figures -> newest.put(sample, figures), () -> newest.remove(sample));
        }
        return new PublicStatistics(
                PublicStatistics.SCHEMA,
                settings.minimumContributors(),
                settings.privacy().delta(),
                List.copyOf(newest.values()));
    }

    /** None where the count does not show enough contributors, or was never drawn. */
    private Optional<PopulationFigures> figures(NoisyReleaseEntity release) {
        Drawn drawn = Json.read(release.document.getBytes(StandardCharsets.UTF_8), Drawn.class);
        PrivacyCosts costs = PrivacyCosts.of(Rational.of(release.rhoPerRelease));
        NoisyCount count = drawn.count();
        if (count == null || !costs.showsEnough(count, settings.minimumContributors())) {
            return Optional.empty();
        }
        Population population = Population.parse(release.population);
        Map<TasteDimension, DimensionFigures> dimensions = new EnumMap<>(TasteDimension.class);
        drawn.distributions()
                .forEach((dimension, distribution) ->
                        dimensions.put(TasteDimension.parse(dimension), figures(distribution)));
        double rho = release.rhoPerRelease.doubleValue();
        return Optional.of(new PopulationFigures(
                population.baseModel(),
                population.recordingType(),
                population.gearClass(),
                release.month,
                count.total(),
                rho,
                ZeroConcentrated.epsilon(rho, settings.privacy().delta()),
                dimensions));
    }

    private static DimensionFigures figures(NoisyDistribution drawn) {
        List<Long> voices = drawn.voices();
        return new DimensionFigures(drawn.histogram(), voices.get(0), voices.get(1), voices.get(2));
    }
}
