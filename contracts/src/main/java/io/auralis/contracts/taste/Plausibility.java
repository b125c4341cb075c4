package io.auralis.contracts.taste;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        if (!window.holds(Months.parse(report.month()))) {
            found.add("month is outside " + window.earliest() + " to " + window.latest());
        }
        long ratings = sum(report.ratings());
        if (ratings < report.tracks().from()) {
            found.add("ratings are fewer than the rated tracks");
        }
        long firstCount = -1;
        boolean differ = false;
        for (Map.Entry<FingerprintDimension, List<Integer>> feature :
                report.features().entrySet()) {
            long count = sum(feature.getValue());
            if (!report.tracks().holds(count)) {
                found.add(feature.getKey().key() + " counts another number of tracks than the bucket holds");
            }
            differ |= firstCount >= 0 && count != firstCount;
            firstCount = count;
        }
        if (differ) {
            found.add("the features count different numbers of tracks");
        }
        for (Map.Entry<TasteDimension, DimensionTally> dimension :
                report.dimensions().entrySet()) {
            if (asks(dimension.getValue()) > MOST_ASKS_PER_RATING * ratings) {
                found.add(dimension.getKey().key() + " has more asks than its ratings can hold");
            }
        }
        return List.copyOf(found);
    }

    private static long asks(DimensionTally tally) {
        return (long) tally.more() + tally.fine() + tally.less();
    }

    private static long sum(List<Integer> counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
