package io.auralis.agent.personal;

import java.util.List;
import java.util.Optional;

/**
 * How the estimate of one dimension of one recording type comes about.
 *
 * @param own the type's own evidence
 * @param all that of all types, which the all-types estimate is made from
 * @param start where listeners with his gear and hearing start: what the all-types estimate is shrunk toward
 * @param allTypes the all-types estimate
 * @param anchor the listener's own word, which stands in its place
 * @param toward what the estimate is shrunk toward: the anchor, else the all-types estimate
 * @param estimate the estimate
 */
record Reckoning(
        List<Weighed> own,
        List<Weighed> all,
        double start,
        double allTypes,
        Optional<Double> anchor,
        double toward,
        Estimate estimate) {}
