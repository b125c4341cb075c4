package io.auralis.agent.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.library.Figures;
import io.auralis.agent.library.PackedFingerprints;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutliersTest {
    private final SplittableRandom random = new SplittableRandom(11);

    private Map<FingerprintDimension, Double> usual() {
        return new EnumMap<>(Figures.seedLibrary(random).values());
    }

    @Test
    void theStrayIsFirstAndTheDimensionThatMakesItOneIsNamed() {
        PackedFingerprints all = new PackedFingerprints();
        for (int track = 1; track <= 200; track++) {
            all.add(track, Fingerprint.of(usual()));
        }
        Map<FingerprintDimension, Double> dark = usual();
        dark.put(FingerprintDimension.SPECTRAL_CENTROID, 600.0);
        all.add(777, Fingerprint.of(dark));
        List<Outliers.Outlier> found = Outliers.of(all, 3);
        assertThat(found.get(0).id()).isEqualTo(777);
        Outliers.By by = found.get(0).by().get(0);
        assertThat(by.dimension()).isEqualTo(FingerprintDimension.SPECTRAL_CENTROID);
        assertThat(by.value()).isEqualTo(600);
        assertThat(by.median()).isBetween(3_040.0, 3_120.0);
        assertThat(by.score()).isLessThan(-20);
        assertThat(found).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aTenthOfStraysDoesNotHideThem() {
        PackedFingerprints all = new PackedFingerprints();
        for (int track = 1; track <= 200; track++) {
            Map<FingerprintDimension, Double> values = usual();
            if (track % 10 == 0) {
                values.put(FingerprintDimension.STEREO_WIDTH, 0.6);
            }
            all.add(track, Fingerprint.of(values));
        }
        assertThat(Outliers.of(all, 200).stream().filter(one -> one.id() % 10 == 0))
                .hasSize(20)
                .allSatisfy(one ->
                        assertThat(one.by()).anyMatch(by -> by.dimension() == FingerprintDimension.STEREO_WIDTH));
    }

    @Test
    void aHandfulOfTracksHasNoOutliers() {
        PackedFingerprints few = new PackedFingerprints();
        few.add(1, Figures.anything(random));
        assertThat(Outliers.of(few, 10)).isEmpty();
    }
}
