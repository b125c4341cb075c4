package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.personal.Assessment;
import io.auralis.agent.personal.Drift;
import io.auralis.agent.personal.LearningRule;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.taste.GearClass;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the ratings on one gear say.
 *
 * @param gear the gear
 * @param profileVersion the version in force, empty before the first
 * @param ratings how many
 * @param average of them, 1..5; 0 if there are none
 * @param histogram how many gave 1, 2, 3, 4 and 5, in that order
 * @param mature whether the profile rests on enough ratings to be called so
 * @param dimensions where every dimension that was asked about stands
 * @param auditions how many were answered
 * @param trend first ratings against last, absent where there are too few
 * @param notUnderstood words of comments that were not understood, with how often, the most frequent first
 */
record FeedbackView(
        GearClass gear,
        String profileVersion,
        int ratings,
        double average,
        List<Integer> histogram,
        boolean mature,
        List<Assessment> dimensions,
        int auditions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatingTrend trend,
        Map<String, Integer> notUnderstood) {
    private static final int BAR = 30;

    /** A listener reads the first few; scripts get all. */
    private static final int WORDS_SHOWN = 5;

    static FeedbackView of(
            GearClass gear, String version, List<Rating> ratings, int auditions, List<Assessment> assessments) {
        List<Integer> histogram = new ArrayList<>();
        for (int stars = Rating.LOWEST_STARS; stars <= Rating.HIGHEST_STARS; stars++) {
            int wanted = stars;
            histogram.add((int)
                    ratings.stream().filter(rating -> rating.stars() == wanted).count());
        }
        return new FeedbackView(
                gear,
                version,
                ratings.size(),
                ratings.stream().mapToInt(Rating::stars).average().orElse(0),
                histogram,
                ratings.size() >= LearningRule.RATINGS_UNTIL_MATURE,
                assessments,
                auditions,
                RatingTrend.of(ratings).orElse(null),
                notUnderstood(ratings));
    }

    private static Map<String, Integer> notUnderstood(List<Rating> ratings) {
        Map<String, Integer> counts = new TreeMap<>();
        ratings.forEach(rating -> rating.ignored().forEach(words -> counts.merge(words, 1, Integer::sum)));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ratings + (ratings == 1 ? " rating" : " ratings") + " with " + gear.key() + "; profile "
                + (profileVersion.isEmpty() ? "none yet" : profileVersion) + (mature ? ", mature" : "")
                + (auditions == 0 ? "" : "; " + auditions + (auditions == 1 ? " audition" : " auditions"))
                + (ratings == 0 ? "." : String.format(Locale.ROOT, "; %.1f of 5 on average.", average)));
        for (int stars = Rating.HIGHEST_STARS; stars >= Rating.LOWEST_STARS && ratings > 0; stars--) {
            int count = histogram.get(stars - 1);
            lines.add("  " + stars + " " + "#".repeat(count * BAR / ratings) + " " + count);
        }
        if (trend != null) {
            lines.add(trend.line());
        }
        if (ratings < LearningRule.RATINGS_BEFORE_APPLIED) {
            lines.add("Nothing changes before " + LearningRule.RATINGS_BEFORE_APPLIED + " ratings; "
                    + (LearningRule.RATINGS_BEFORE_APPLIED - ratings) + " more needed.");
        }
        if (dimensions.isEmpty()) {
            lines.add("No wish about the sound yet; a comment such as \"a bit more bass\" is one.");
        } else {
            lines.add("");
            lines.addAll(wishes().lines());
            dimensions.stream()
                    .map(FeedbackView::drift)
                    .flatMap(Optional::stream)
                    .forEach(lines::add);
        }
        if (!notUnderstood.isEmpty()) {
            lines.add("");
            lines.add("Not understood: "
                    + notUnderstood.entrySet().stream()
                            .limit(WORDS_SHOWN)
                            .map(words -> "\"" + words.getKey() + "\""
                                    + (words.getValue() > 1 ? " (" + words.getValue() + " times)" : ""))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return lines;
    }

    private Table wishes() {
        Table table =
                new Table().row("kind", "part", "now", "you seem to want", "more/fine/less", "state", "next version");
        dimensions.forEach(one -> table.row(
                one.type().name(),
                Words.name(one.dimension()),
                Words.signed(one.dimension(), one.current()),
                Words.signed(one.dimension(), one.estimate()) + " ("
                        + Words.interval(one.dimension(), one.low(), one.high()) + ")",
                one.asks().more() + "/" + one.asks().fine() + "/" + one.asks().less() + auditions(one.auditions()),
                one.convergence().words(),
                (one.moves() ? Words.signed(one.dimension(), one.next()) + ": " : "stays: ") + one.reason()));
        return table;
    }

    private static String auditions(int auditions) {
        return auditions == 0 ? "" : " (" + auditions + (auditions == 1 ? " audition)" : " auditions)");
    }

    private static Optional<String> drift(Assessment one) {
        @Nullable Drift drift = one.drift();
        return drift == null
                ? Optional.empty()
                : Optional.of("Your taste in " + one.type() + " " + Words.name(one.dimension()) + " has changed since "
                        + drift.at().atZone(ZoneOffset.UTC).toLocalDate() + ", toward "
                        + (drift.direction() == Direction.MORE ? "more" : "less")
                        + ": what you said before hardly counts any more.");
    }
}
