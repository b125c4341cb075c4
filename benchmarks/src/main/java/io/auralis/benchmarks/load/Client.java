package io.auralis.benchmarks.load;

/** Sends ready-made bodies over so many connections, each at once after the answer to the one before. */
public interface Client {
    Measured run(Load load);

    /** As the report names it. */
    String name();
}
