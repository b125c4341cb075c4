package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.Voice;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record, so that nothing after it can fail on what a record holds: whatever cannot be counted leaves here as a
 * dead letter, and the partition goes on.
 */
final class AdmissionProcessor extends ContextualFixedKeyProcessor<@Nullable String, byte @Nullable [], Admission> {
    private static final Logger LOG = Logger.getLogger(AdmissionProcessor.class);

    private final AdmissionMetrics metrics;

    AdmissionProcessor(AdmissionMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, byte @Nullable []> record) {
        Admission admission = admit(record.key(), record.value());
        metrics.countProcessed();
        // A record's headers hold its report id and whatever else a writer adds; none of it belongs to what follows.
        context().forward(record.withValue(admission).withHeaders(headers(admission)));
    }

    private Admission admit(@Nullable String key, byte @Nullable [] value) {
        if (key == null) {
            return dead(DeadLetter.Reason.NO_KEY);
        }
        if (value == null) {
            return dead(DeadLetter.Reason.NO_VALUE);
        }
        try {
            ReportRecord report = Json.read(value, ReportRecord.class);
            return report.id().equals(key)
                    ? new Admission.Counted(Voice.of(report))
                    : dead(DeadLetter.Reason.KEY_IS_NOT_ID);
        } catch (RuntimeException e) {
            // Any of them: one record must not stop a partition. The cause is left out, since it may quote the record.
            return dead(DeadLetter.Reason.UNREADABLE);
        }
    }

    private static Headers headers(Admission admission) {
        return admission instanceof Admission.Dead dead ? dead.letter().headers() : new RecordHeaders();
    }

    private Admission dead(DeadLetter.Reason reason) {
        RecordMetadata place = context().recordMetadata().orElseThrow();
        LOG.warnf(
                "Record could not be counted: partition=%d offset=%d reason=%s",
                place.partition(), place.offset(), reason);
        metrics.countDead();
        return new Admission.Dead(new DeadLetter(place.topic(), place.partition(), place.offset(), reason));
    }
}
