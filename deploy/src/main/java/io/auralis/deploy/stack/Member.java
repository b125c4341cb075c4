package io.auralis.deploy.stack;

import java.util.Locale;

/** The processes of the stack, in the order in which they are brought up. */
public enum Member {
    DATABASE("PostgreSQL", "--database-port"),
    BROKER("Kafka", "--kafka-port"),
    INGEST("ingest-service", "--ingest-port"),
    AGGREGATOR("aggregator", "--aggregator-port"),
    PUBLISHER("base-model-publisher", "--publisher-port");

    private final String title;
    private final String portOption;

    Member(String title, String portOption) {
        this.title = title;
        this.portOption = portOption;
    }

    /** As an operator knows it; for a service, its module. */
    public String title() {
        return title;
    }

    /** The command-line option that chooses its port. */
    public String portOption() {
        return portOption;
    }

    /** In file names and JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
