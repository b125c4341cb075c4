package io.auralis.agent.personal;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The learning curve as a picture, with its data in it. */
final class LearningPlot {
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 280;
    private static final double HIGHEST_DB = 1;

    private LearningPlot() {}

    static String svg(LearningCurve curve) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 660 400\" font-family=\"sans-serif\""
                + " font-size=\"12\">\n<title>Median absolute error per tone dimension against the number of ratings</title>\n"
                + "<rect width=\"660\" height=\"400\" fill=\"#fff\"/>\n"
                + "<text x=\"60\" y=\"22\" font-size=\"14\">Median absolute error per tone dimension (dB), 200 simulated"
                + " listeners</text>\n");
        for (int tenths = 0; tenths <= 10; tenths += 2) {
            svg.append(line(
                    "<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/><text x=\"50\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>\n",
                    LEFT, y(tenths / 10.0), WIDTH, y(tenths / 10.0) + 4, tenths / 10.0));
        }
        for (LearningCurve.Point point : curve.points()) {
            if (point.ratings() % 10 == 0) {
                svg.append(line(
                        "<text x=\"%.1f\" y=\"338\" text-anchor=\"middle\">%d</text>\n",
                        x(curve, point), point.ratings()));
            }
        }
        svg.append("<text x=\"340\" y=\"358\" text-anchor=\"middle\">ratings</text>\n");
        svg.append(series(curve, "#999", "6 4", LearningCurve.Point::baseline));
        svg.append(series(curve, "#1f5fa8", "", LearningCurve.Point::ours));
        svg.append(series(curve, "#c2571a", "", LearningCurve.Point::withAuditions));
        svg.append(legend(60, "#1f5fa8", "", "ratings alone"));
        svg.append(legend(220, "#c2571a", "", "with ten auditions"));
        svg.append(legend(400, "#999", "6 4", "slope of rating on gain"));
        return svg.append("</svg>\n").toString();
    }

    private static String series(
            LearningCurve curve, String colour, String dashes, ToDoubleFunction<LearningCurve.Point> value) {
        StringBuilder points = new StringBuilder();
        StringBuilder data = new StringBuilder();
        for (LearningCurve.Point point : curve.points()) {
            points.append(line("%.1f,%.1f ", x(curve, point), y(value.applyAsDouble(point))));
            data.append(line("%.3f ", value.applyAsDouble(point)));
        }
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" stroke-dasharray=\"" + dashes
                + "\" data-db=\"" + data.toString().strip() + "\" points=\""
                + points.toString().strip() + "\"/>\n";
    }

    private static String legend(int x, String colour, String dashes, String words) {
        return line(
                "<path d=\"M%d 380h24\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>"
                        + "<text x=\"%d\" y=\"384\">%s</text>\n",
                x, colour, dashes, x + 30, words);
    }

    private static double x(LearningCurve curve, LearningCurve.Point point) {
        int most = curve.points().get(curve.points().size() - 1).ratings();
        return LEFT + (double) WIDTH * point.ratings() / most;
    }

    private static double y(double db) {
        return TOP + HEIGHT * (1 - db / HIGHEST_DB);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
