package io.auralis.contracts.taste;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What no JSON Schema can say of a report: whether its figures agree with each other and with the calendar. An agent
 * checks before it sends, ingest before it admits ({@code implausible-report}).
 */
public final class Plausibility {
    /**
     * A comment that one types in five seconds speaks of one dimension once or twice; ten leaves room for any real one,
     * and bounds what a single report can add to the community's counts of asks.
     */
    private static final int MOST_ASKS_PER_RATING = 10;

    private Plausibility() {}

    /** @return one sentence per contradiction, without figures of the report; empty when there is none */
    public static List<String> contradictions(TasteReport report, ReportWindow window) {
        List<String> found = new ArrayList<>();
        if (!window.holds(YearMonth.parse(report.month()))) {
            found.add("month is outside " + window.earliest() + " to " + window.latest());
        }
        long ratings = sum(report.ratings());
        if (ratings < report.tracks().from()) {
            found.add("ratings are fewer than the rated tracks");
        }
        report.features().forEach((feature, counts) -> {
            if (!report.tracks().holds(sum(counts))) {
                found.add(feature.key() + " counts another number of tracks than the bucket holds");
            }
        });
        if (report.features().values().stream()
                        .map(Plausibility::sum)
                        .distinct()
                        .count()
                > 1) {
            found.add("the features count different numbers of tracks");
        }
        report.dimensions().forEach((dimension, tally) -> {
            if (asks(tally) > MOST_ASKS_PER_RATING * ratings) {
                found.add(dimension.key() + " has more asks than its ratings can hold");
            }
        });
        return List.copyOf(found);
    }

    private static long asks(DimensionTally tally) {
        return (long) tally.more() + tally.fine() + tally.less();
    }

    private static long sum(Collection<Integer> counts) {
        return counts.stream().mapToLong(Integer::longValue).sum();
    }
}
