package io.auralis.agent.cli;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One month of ratings.
 *
 * @param month {@code YYYY-MM}, UTC
 * @param ratings how many
 * @param mean mean of the ratings, 1..5
 * @param asks how many wishes they held
 * @param auditions how many were answered in it
 */
record FeedbackMonth(String month, int ratings, double mean, int asks, int auditions) {
    /** Oldest first. */
    static List<FeedbackMonth> of(List<Rating> ratings, List<Audition> auditions) {
        TreeMap<YearMonth, List<Rating>> rated = ratings.stream()
                .collect(Collectors.groupingBy(rating -> month(rating.at()), TreeMap::new, Collectors.toList()));
        TreeMap<YearMonth, List<Audition>> heard = auditions.stream()
                .collect(Collectors.groupingBy(audition -> month(audition.at()), TreeMap::new, Collectors.toList()));
        TreeSet<YearMonth> months = new TreeSet<>(rated.keySet());
        months.addAll(heard.keySet());
        return months.stream()
                .map(month -> of(
                        month,
                        rated.getOrDefault(month, List.of()),
                        heard.getOrDefault(month, List.of()).size()))
                .toList();
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    private static FeedbackMonth of(YearMonth month, List<Rating> ratings, int auditions) {
        return new FeedbackMonth(
                month.toString(),
                ratings.size(),
                ratings.stream().mapToInt(Rating::stars).average().orElse(0),
                ratings.stream().mapToInt(rating -> rating.asks().size()).sum(),
                auditions);
    }

    String line() {
        return String.format(
                        Locale.ROOT, "%s  %d ratings, mean %.1f of 5, %d wishes understood", month, ratings, mean, asks)
                + (auditions == 0 ? "" : ", " + auditions + (auditions == 1 ? " audition" : " auditions"));
    }
}
