package io.auralis.agent.cli;

import io.auralis.agent.feedback.Rating;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One month of ratings.
 *
 * @param month {@code YYYY-MM}, UTC
 * @param ratings how many
 * @param mean mean of the ratings, 1..5
 * @param asks how many wishes they held
 */
record FeedbackMonth(String month, int ratings, double mean, int asks) {
    /** Oldest first. */
    static List<FeedbackMonth> of(List<Rating> ratings) {
        return ratings.stream()
                .collect(Collectors.groupingBy(
                        rating -> YearMonth.from(rating.at().atZone(ZoneOffset.UTC)),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static FeedbackMonth of(YearMonth month, List<Rating> ratings) {
        return new FeedbackMonth(
                month.toString(),
                ratings.size(),
                ratings.stream().mapToInt(Rating::stars).average().orElse(0),
                ratings.stream().mapToInt(rating -> rating.asks().size()).sum());
    }

    String line() {
        return String.format(
                Locale.ROOT, "%s  %d ratings, mean %.1f of 5, %d wishes understood", month, ratings, mean, asks);
    }
}
