package io.auralis.aggregator.stream;

import io.auralis.aggregator.topology.TopicNames;

/**
 * One counting of the topic from its beginning: consumer groups, stores and topics carry its number, so that two
 * generations never mix.
 *
 * @param number from 1
 */
public record Generation(int number) {
    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("a generation must be at least 1 but is " + number);
        }
    }

    /** Consumer group of the stream and prefix of its internal topics; the 2 is that of the stores' layout. */
    public String applicationId() {
        return "auralis-aggregator-2-g" + number;
    }

    /** Consumer group of what keeps the database. */
    public String sinkGroup() {
        return applicationId() + "-sink";
    }

    public TopicNames topics() {
        return TopicNames.of(applicationId());
    }
}
