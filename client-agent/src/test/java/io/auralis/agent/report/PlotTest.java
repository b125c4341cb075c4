package io.auralis.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final double SILENCE = Double.NEGATIVE_INFINITY;

    private static String drawn(Plot plot) {
        Markup page = new Markup();
        plot.write(page, "id", "A <title>", "What it shows");
        return page.toString();
    }

    @Test
    void thePictureHasATitleADescriptionAndLinesAtTheValuesPlaces() {
        Axis across = new Axis(0, 4, false, List.of(new Axis.Tick(2, "two")));
        Axis up = new Axis(-10, 0, false, List.of(new Axis.Tick(-5, "-5")));
        Plot plot = new Plot(across, up)
                .line(new double[] {0, 1, 2, 3, 4}, new double[] {0, -2.5, SILENCE, -10, -20}, "after")
                .level(SILENCE, "before whole");
        assertThat(drawn(plot)).isEqualTo("""
                        <div class="plot"><svg viewBox="0 0 4000 1000" preserveAspectRatio="none" role="img" aria-labelledby="id-title id-desc"><title id="id-title">A &lt;title&gt;</title>
                        <desc id="id-desc">What it shows</desc>
                        <path class="grid" d="M0,500H4000"/>
                        <path class="after" d="M0,0L1000,250M3000,1000L4000,1000"/>
                        </svg>
                        <span class="y" style="top:50.00%" aria-hidden="true">-5</span>
                        <span class="x" style="left:50.00%" aria-hidden="true">two</span>
                        </div>
                        """);
    }

    @Test
    void aSpaceIsClosedAndABarBeginsAtZero() {
        Axis axis = new Axis(-1, 1, false, List.of());
        assertThat(drawn(new Plot(axis, axis)
                        .between(new double[] {-1, 1}, new double[] {-1, -0.5}, new double[] {1, 0.5}, "wave")
                        .bar(-0.5, 0.5, 0.5, "bar")))
                .contains("d=\"M0,0L4000,250L4000,750L0,1000Z\"", "d=\"M1000,500L1000,250L3000,250L3000,500Z\"");
    }

    @Test
    void equalRatiosAreEquallyLongOnALogarithmicAxis() {
        Axis axis = new Axis(10, 1_000, true, List.of());
        assertThat(axis.place(100)).isEqualTo(0.5);
        assertThat(axis.place(5_000)).isEqualTo(1);
    }

    @Test
    void timeHasAtMostSevenLabelsWhateverTheLength() {
        assertThat(Axis.time(8).ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("0:00", "0:02", "0:04", "0:06", "0:08");
        assertThat(Axis.time(245).ticks())
                .extracting(Axis.Tick::label)
                .containsExactly("0:00", "1:00", "2:00", "3:00", "4:00");
        assertThat(Axis.time(5_000).ticks()).extracting(Axis.Tick::label).contains("0:00", "1:00:00");
        for (double seconds : new double[] {0, 0.5, 59, 61, 700, 3_600, 20_000, 80_000}) {
            assertThat(Axis.time(seconds).ticks()).as("%s s", seconds).hasSizeBetween(1, 7);
        }
    }
}
