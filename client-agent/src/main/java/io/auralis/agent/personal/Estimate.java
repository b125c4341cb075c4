package io.auralis.agent.personal;

import io.auralis.agent.comment.Direction;

/**
 * What a listener seems to want in one dimension.
 *
 * @param value the shrunk weighted mean, in the dimension's unit
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
record Estimate(double value, double low, double high) {
    /** Whether the whole interval lies that way from a value: else it may be chance. */
    boolean lies(Direction direction, double from) {
        return switch (direction) {
            case MORE -> low > from;
            case LESS -> high < from;
            case FINE -> false;
        };
    }
}
