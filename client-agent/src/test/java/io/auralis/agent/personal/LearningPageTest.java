package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The figures and the plot of docs/learning.md are what the simulation gives; renew them with {@code -Dgolden.update=true}. */
class LearningPageTest {
    private static final Path PAGE = Path.of("..", "docs", "learning.md");
    private static final Path PLOT = Path.of("..", "docs", "learning-curve.svg");
    private static final String BEGIN = "<!-- figures: printed by LearningPageTest -->\n";
    private static final String END = "<!-- end of figures -->\n";

    @Test
    void the_plot_is_of_the_data_that_the_simulation_gives() throws IOException {
        String plot = LearningPlot.svg(LearningSimulation.curve());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PLOT, plot);
        }
        assertThat(PLOT).hasContent(plot);
    }

    @Test
    void the_figures_are_those_of_the_simulation() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String figures = figures();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + figures + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(figures);
        }
    }

    private static String figures() {
        StringBuilder text =
                new StringBuilder("| Ratings | Ratings alone | With auditions | Slope of rating on gain |\n");
        text.append("|---|---|---|---|\n");
        for (LearningCurve.Point point : LearningSimulation.curve().points()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.2f |\n",
                    point.ratings(),
                    point.ours(),
                    point.withAuditions(),
                    point.baseline()));
        }
        text.append(String.format(
                Locale.ROOT,
                "\n- Farthest that any part of any listener ever moved away from the truth: %.2f dB.\n",
                LearningSimulation.curve().farthestAwayDb()));
        text.append(String.format(
                Locale.ROOT,
                "- Of %d listeners without a preference, %d kept every part within one step of 0.1 dB or 0.01 of width"
                        + " through 50 ratings; with ten auditions, %d.\n",
                LearningSimulation.LISTENERS,
                LearningSimulation.leftAlone(false),
                LearningSimulation.leftAlone(true)));
        text.append(String.format(
                Locale.ROOT,
                "- Of %d listeners whose taste in one band turned from 1 dB one way to 1 dB the other after 60 ratings,"
                        + " %d were followed to within 0.5 dB in 40 more.\n",
                LearningSimulation.LISTENERS,
                LearningSimulation.followed()));
        return text.toString();
    }
}
