package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.plan.ToneBand;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The equaliser's response, measured by an impulse through the stages themselves. */
class ToneDesignTest {
    private static final int FRAMES = 1 << 16;
    private static final double TOLERANCE_DB = 0.05;
    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = 20_000;
    private static final long SEED = 20_261_201;

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void aBandMovedAloneIsReachedWithoutRipple(int rate) {
        for (int band = 0; band < ToneBand.values().length; band++) {
            for (double gain : new double[] {-6, -3, -1, -0.5, 0.5, 1, 3, 6}) {
                double[] wanted = new double[ToneBand.values().length];
                wanted[band] = gain;
                assertStaircase(rate, wanted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000})
    void anyPlanIsReachedWithoutRipple(int rate) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 30; i++) {
            assertStaircase(
                    rate, random.doubles(ToneBand.values().length, -6, 6).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 32_000, 192_000, 384_000})
    void everySampleRateReachesThePlanWhereItHoldsTheBand(int rate) {
        ToneDesign design = ToneDesign.of(TonePlan.of(4, -3, 2, -5, 6), rate);
        Response response = Response.of(TonePlan.stages(design, 1, Phase.MINIMUM), 1, rate, 4 * FRAMES);

        assertThat(design.bands()).hasSize(rate < 22_050 ? 4 : 5);
        double[] wanted = {4, -3, 2, -5, 6};
        for (ToneBand band : design.bands()) {
            assertThat(response.gainDb(band.centreHz())).isCloseTo(wanted[band.ordinal()], within(0.01));
            assertThat(design.responsesDb(DoubleStream.of(band.centreHz()))[0])
                    .isCloseTo(wanted[band.ordinal()], within(1e-6));
        }
    }

    @Test
    void whatOtherEqualisersAreToldIsWhatTheStagesDo() {
        ToneDesign design = ToneDesign.of(TonePlan.of(4, -3, 2, -5, 6), 48_000);
        Response response = Response.of(TonePlan.stages(design, 1, Phase.MINIMUM), 1, 48_000, 4 * FRAMES);
        ToneFilters told = ToneFilters.of(
                Map.of(
                        ToneBand.BASS,
                        4.0,
                        ToneBand.LOW_MID,
                        -3.0,
                        ToneBand.MID,
                        2.0,
                        ToneBand.TREBLE,
                        -5.0,
                        ToneBand.AIR,
                        6.0),
                48_000);
        for (double hertz = LOWEST_HZ; hertz < HIGHEST_HZ; hertz *= 1.1) {
            assertThat(told.responseDb(hertz, 48_000))
                    .as(hertz + " Hz")
                    .isCloseTo(response.gainDb(hertz), within(TOLERANCE_DB));
        }
    }

    @Test
    void aFlatPlanHasNoStage() {
        assertThat(TonePlan.stages(ToneDesign.of(TonePlan.of(0, 0, 0, 0, 0), 48_000), 2, Phase.MINIMUM))
                .isEmpty();
        assertThat(TonePlan.stages(ToneDesign.of(TonePlan.of(0, 0, 1, 0, 0), 48_000), 2, Phase.MINIMUM))
                .isNotEmpty();
    }

    private static void assertStaircase(int rate, double... wanted) {
        Response response = Response.of(
                TonePlan.stages(ToneDesign.of(TonePlan.of(wanted), rate), 1, Phase.MINIMUM), 1, rate, FRAMES);
        String name = rate + " Hz " + Arrays.toString(wanted);
        ToneBand[] bands = ToneBand.values();
        for (int i = 0; i < bands.length; i++) {
            assertThat(response.gainDb(bands[i].centreHz())).as(name).isCloseTo(wanted[i], within(0.1));
        }
        for (int i = 0; i + 1 < bands.length; i++) {
            assertSteps(name, response, bands[i].centreHz(), bands[i + 1].centreHz(), wanted[i], wanted[i + 1]);
        }
        int last = bands.length - 1;
        assertSteps(name, response, LOWEST_HZ, bands[0].centreHz(), wanted[0], wanted[0]);
        assertSteps(name, response, bands[last].centreHz(), HIGHEST_HZ, wanted[last], wanted[last]);
    }

    /** Only rises or only falls from one gain to another, and stays between them. */
    private static void assertSteps(
            String name, Response response, double fromHz, double toHz, double fromDb, double toDb) {
        double direction = toDb < fromDb ? -1 : 1;
        double highest = Double.NEGATIVE_INFINITY;
        for (double hertz = fromHz; hertz <= toHz; hertz *= 1.01) {
            double gain = response.gainDb(hertz);
            assertThat(gain)
                    .as("%s at %.0f Hz", name, hertz)
                    .isBetween(Math.min(fromDb, toDb) - TOLERANCE_DB, Math.max(fromDb, toDb) + TOLERANCE_DB);
            highest = Math.max(highest, direction * gain);
            assertThat(highest - direction * gain)
                    .as("%s turns back at %.0f Hz by", name, hertz)
                    .isLessThan(TOLERANCE_DB);
        }
    }
}
