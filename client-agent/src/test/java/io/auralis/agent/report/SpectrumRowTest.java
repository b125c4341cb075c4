package io.auralis.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpectrumRowTest {
    @Test
    void whatAllBecameLouderByIsNoDifferenceOfTone() {
        List<SpectrumRow> rows = SpectrumRow.of(
                SyntheticReport.ofLoudness(-20, -14),
                SyntheticReport.curvesOfBands(
                        new double[] {-30, -25, -120, Double.NEGATIVE_INFINITY}, new double[] {-24, -16, -90, -100}));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).differenceDb()).isCloseTo(0, within(1e-9));
        assertThat(rows.get(1).differenceDb()).isCloseTo(3, within(1e-9));
        assertThat(rows).extracting(SpectrumRow::audible).containsExactly(true, true, false, false);
    }

    @Test
    void silenceHasNoSpectrum() {
        assertThat(SpectrumRow.of(
                        SyntheticReport.ofLoudness(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        SyntheticReport.curvesOfBands(new double[] {-100}, new double[] {-100})))
                .isEmpty();
    }

    @Test
    void aBandHasTheNameThatEngineersKnow() {
        assertThat(new SpectrumRow(63.0957, 0, 0, true).name()).isEqualTo("63 Hz");
        assertThat(new SpectrumRow(1_000, 0, 0, true).name()).isEqualTo("1 kHz");
        assertThat(new SpectrumRow(2_511.886, 0, 0, true).name()).isEqualTo("2.5 kHz");
        assertThat(new SpectrumRow(19_952.6, 0, 0, true).name()).isEqualTo("20 kHz");
    }
}
