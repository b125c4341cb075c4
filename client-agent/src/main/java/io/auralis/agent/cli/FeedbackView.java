package io.auralis.agent.cli;

import io.auralis.agent.feedback.Rating;
import io.auralis.agent.personal.Assessment;
import io.auralis.agent.personal.LearningRule;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.taste.GearClass;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ratings on one gear say.
 *
 * @param gear the gear
 * @param profileVersion the version in force, empty before the first
 * @param ratings how many
 * @param histogram how many gave 1, 2, 3, 4 and 5, in that order
 * @param mature whether the profile rests on enough ratings to be called so
 * @param dimensions where every dimension that was asked about stands
 */
record FeedbackView(
        GearClass gear,
        String profileVersion,
        int ratings,
        List<Integer> histogram,
        boolean mature,
        List<Assessment> dimensions) {
    private static final int BAR = 30;

    static FeedbackView of(GearClass gear, String version, List<Rating> ratings, List<Assessment> assessments) {
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
                histogram,
                ratings.size() >= LearningRule.RATINGS_UNTIL_MATURE,
                assessments);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ratings + (ratings == 1 ? " rating" : " ratings") + " with " + gear.key() + "; profile "
                + (profileVersion.isEmpty() ? "none yet" : profileVersion) + (mature ? ", mature." : "."));
        for (int stars = Rating.HIGHEST_STARS; stars >= Rating.LOWEST_STARS && ratings > 0; stars--) {
            int count = histogram.get(stars - 1);
            lines.add("  " + stars + " " + "#".repeat(count * BAR / ratings) + " " + count);
        }
        if (ratings < LearningRule.RATINGS_BEFORE_APPLIED) {
            lines.add("Nothing changes before " + LearningRule.RATINGS_BEFORE_APPLIED + " ratings; "
                    + (LearningRule.RATINGS_BEFORE_APPLIED - ratings) + " more needed.");
        }
        if (dimensions.isEmpty()) {
            lines.add("No wish about the sound yet; a comment such as \"a bit more bass\" is one.");
            return lines;
        }
        lines.add("");
        Table table = new Table().row("kind", "part", "now", "you seem to want", "more/fine/less", "next version");
        dimensions.forEach(one -> table.row(
                one.type().name(),
                Words.name(one.dimension()),
                Words.signed(one.dimension(), one.current()),
                Words.signed(one.dimension(), one.estimate()) + " (" + Words.signed(one.dimension(), one.low()) + " to "
                        + Words.signed(one.dimension(), one.high()) + ")",
                one.asks().more() + "/" + one.asks().fine() + "/" + one.asks().less(),
                (one.moves() ? Words.signed(one.dimension(), one.next()) + ": " : "stays: ") + one.reason()));
        lines.addAll(table.lines());
        return lines;
    }
}
