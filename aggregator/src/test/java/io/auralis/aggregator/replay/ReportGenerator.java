package io.auralis.aggregator.replay;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TrackBucket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/**
 * Report records of about 1 kB as ingest-service writes them, in 720 cohorts: nine of ten from a new contributor, the
 * others a newer state of a report sent before, or its withdrawal. A seed and a month always give the same records. It writes the canonical text itself, since a generator must not be slower than what it loads; a test holds it to
 * the contract.
 */
public final class ReportGenerator {
    private static final int UPDATES_OF_100 = 8;
    private static final int WITHDRAWALS_OF_100 = 2;

    private static final TasteDimension[] DIMENSIONS =
            sorted(TasteDimension.values(), Comparator.comparing(TasteDimension::key));
    private static final FeatureBins[] FEATURES = sorted(
            FeatureBins.values(), Comparator.comparing(bins -> bins.feature().key()));
    private static final String[] MODELS = {"1.0.0", "1.1.0"};

    private final long seed;
    private final Random random;
    private final StringBuilder text = new StringBuilder(1_400);
    private final String[] months;
    private int contributors;
    private int records;

    /** @param newest month of the reports; the others are of the two before it */
    public ReportGenerator(long seed, YearMonth newest) {
        this.seed = seed;
        this.random = new Random(seed);
        this.months = new String[] {
            newest.minusMonths(2).toString(), newest.minusMonths(1).toString(), newest.toString()
        };
    }

    /**
     * A record for the topic.
     *
     * @param id its key
     * @param value canonical JSON of a report record
     */
    public record Generated(String id, byte[] value) {}

    public Generated next() {
        records++;
        int kind = random.nextInt(100);
        if (contributors == 0 || kind >= UPDATES_OF_100 + WITHDRAWALS_OF_100) {
            return live(contributors++, 1);
        }
        int contributor = random.nextInt(contributors);
        // Numbers rise with the records, so that the newest is the last one.
        return kind < UPDATES_OF_100 ? live(contributor, records) : withdrawal(contributor);
    }

    private Generated live(int contributor, int number) {
        String id = id(contributor);
        // A contributor's slot stays the same in all his updates; his figures do not.
        Random slot = new Random(seed * 31 + contributor);
        text.setLength(0);
        text.append("{\"id\":\"")
                .append(id)
                .append("\",\"number\":")
                .append(number)
                .append(",\"report\":{\"baseModel\":\"");
        text.append(pick(slot, MODELS)).append("\",\"dimensions\":{");
        int ratings = 5 + random.nextInt(40);
        for (TasteDimension dimension : DIMENSIONS) {
            int more = random.nextInt(4);
            int less = random.nextInt(3);
            int fine = random.nextInt(3);
            int limit = dimension.limitSteps();
            int delta = (int) Math.max(-limit, Math.min(limit, Math.rint(3 + 6 * random.nextGaussian())));
            text.append('"')
                    .append(dimension.key())
                    .append("\":{\"deltaSteps\":")
                    .append(delta);
            text.append(",\"fine\":").append(fine).append(",\"less\":").append(less);
            text.append(",\"more\":").append(more).append("},");
        }
        close('}').append(",\"features\":{");
        for (FeatureBins bins : FEATURES) {
            text.append('"').append(bins.feature().key()).append("\":[");
            for (int bin = 0; bin < bins.count(); bin++) {
                text.append(Math.max(0, random.nextInt(9) - 4)).append(',');
            }
            close(']').append(',');
        }
        close('}')
                .append(",\"gearClass\":\"")
                .append(pick(slot, GearClass.values()).key());
        text.append("\",\"hearingClass\":\"")
                .append(pick(slot, HearingClass.values()).key());
        text.append("\",\"month\":\"").append(pick(slot, months)).append("\",\"ratings\":[0,1,2,");
        text.append(ratings / 2).append(',').append(ratings - ratings / 2).append("],\"recordingType\":\"");
        text.append(pick(slot, RecordingType.values()).name());
        text.append("\",\"schema\":\"taste-report/1\",\"tracks\":\"")
                .append(pick(slot, TrackBucket.values()).key());
        text.append("\"},\"schema\":\"report-record/1\",\"withdrawn\":false}");
        return new Generated(id, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Generated withdrawal(int contributor) {
        String id = id(contributor);
        String value =
                "{\"id\":\"" + id + "\",\"number\":" + records + ",\"schema\":\"report-record/1\",\"withdrawn\":true}";
        return new Generated(id, value.getBytes(StandardCharsets.UTF_8));
    }

    private StringBuilder close(char bracket) {
        text.setCharAt(text.length() - 1, bracket);
        return text;
    }

    private String id(int contributor) {
        return Sha256.hex(
                ByteBuffer.allocate(12).putLong(seed).putInt(contributor).array());
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> T[] sorted(T[] values, Comparator<T> order) {
        Arrays.sort(values, order);
        return values;
    }
}
