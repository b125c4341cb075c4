package io.auralis.benchmarks.ingest;

/**
 * How requests come.
 *
 * @param connections busy at once
 * @param batch reports in each request
 */
record Shape(int connections, int batch) {
    Shape {
        if (connections < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "a shape needs connections and reports but has " + connections + " and " + batch);
        }
    }

    /** {@code 256} or {@code 16x50}. */
    static Shape parse(String text) {
        String[] parts = text.split("x", -1);
        return new Shape(Integer.parseInt(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return connections + "x" + batch;
    }
}
