package io.auralis.agent.personal;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.auralis.agent.comment.Direction;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of taste, or of what a listener hears with, that his asks betray: {@link LearningRule#LEAST_ASKS} or more in a
 * row point the same way, each to a setting noticeably beyond the mean of what he said before, all together by
 * {@link #TOGETHER} noticeable differences. A rating without a wish in between speaks against it by its weight.
 *
 * @param since number of the first of them: what was said before is of another taste
 * @param at when that was
 * @param direction the way
 */
public record Drift(
        long since,
        @JsonSerialize(using = ToStringSerializer.class) Instant at,
        Direction direction) {
    /** A listener asks now and then for what he does not mean; but hardly ever so often in a row for the same. */
    private static final double TOGETHER = 5;

    /** Targets and what they are compared with are rounded: a tenth less is still a noticeable difference. */
    private static final double ROUNDING = 0.1;

    /**
     * The latest one; empty where there was none. What was said before an earlier drift does not count for a later one.
     *
     * @param evidence about one dimension, oldest first
     */
    static Optional<Drift> latest(TasteDimension dimension, List<Evidence> evidence) {
        Optional<Drift> latest = Optional.empty();
        int taste = 0;
        int run = 0;
        boolean goesOn = false;
        boolean allBeyond = false;
        double together = 0;
        int asks = 0;
        for (int i = 0; i < evidence.size(); i++) {
            Evidence one = evidence.get(i);
            if (!one.isAsk()) {
                together -= one.weight();
                goesOn = goesOn && together > 0;
                continue;
            }
            if (!goesOn || !one.direction().equals(evidence.get(run).direction())) {
                run = i;
                goesOn = true;
                allBeyond = true;
                together = 0;
                asks = 0;
            }
            double beyond = beyond(dimension, evidence.subList(taste, run), one);
            together += beyond;
            asks += one.asks();
            allBeyond = allBeyond && beyond >= 1 - ROUNDING;
            if (allBeyond && asks >= LearningRule.LEAST_ASKS && together >= TOGETHER) {
                Evidence first = evidence.get(run);
                latest = Optional.of(
                        new Drift(first.number(), first.at(), first.direction().orElseThrow()));
                taste = run;
                allBeyond = false;
            }
        }
        return latest;
    }

    /** By how many noticeable differences an ask lies beyond what was said before, the way it points; 0 where that is little. */
    private static double beyond(TasteDimension dimension, List<Evidence> before, Evidence ask) {
        int sign = switch (ask.direction().orElseThrow()) {
            case MORE -> 1;
            case LESS -> -1;
            case FINE -> 0;
        };
        if (before.stream().mapToInt(Evidence::asks).sum() < LearningRule.LEAST_ASKS) {
            return 0;
        }
        double weights = before.stream().mapToDouble(Evidence::weight).sum();
        double targets =
                before.stream().mapToDouble(one -> one.weight() * one.target()).sum();
        return sign * (ask.target() - targets / weights) / LearningRule.noticeable(dimension);
    }
}
