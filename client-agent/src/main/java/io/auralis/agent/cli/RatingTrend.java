package io.auralis.agent.cli;

import io.auralis.agent.feedback.Rating;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a listener likes it better than he did: his first ratings against his last.
 *
 * @param each how many first, and how many last
 * @param first their mean, 1..5
 * @param last likewise
 * @param words {@code better}, {@code worse} or {@code about the same}
 */
record RatingTrend(int each, double first, double last, String words) {
    /** Fewer say more about the songs than about the program. */
    private static final int FEWEST = 5;

    private static final int MOST = 10;

    /** Half a star: means of ten ratings differ by less without any reason. */
    private static final double DIFFERENT = 0.5;

    /** Empty where there are too few ratings to compare. */
    static Optional<RatingTrend> of(List<Rating> ratings) {
        int each = Math.min(MOST, ratings.size() / 2);
        if (each < FEWEST) {
            return Optional.empty();
        }
        double first = mean(ratings.subList(0, each));
        double last = mean(ratings.subList(ratings.size() - each, ratings.size()));
        return Optional.of(new RatingTrend(
                each,
                first,
                last,
                last - first >= DIFFERENT ? "better" : first - last >= DIFFERENT ? "worse" : "about the same"));
    }

    private static double mean(List<Rating> ratings) {
        return ratings.stream().mapToInt(Rating::stars).average().orElse(0);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "Trend: %s; your first %d ratings averaged %.1f, your last %d %.1f.",
                words,
                each,
                first,
                each,
                last);
    }
}
