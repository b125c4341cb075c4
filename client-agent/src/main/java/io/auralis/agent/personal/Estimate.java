package io.auralis.agent.personal;

/**
 * What a listener seems to want in one dimension.
 *
 * @param value the shrunk weighted mean, in the dimension's unit
 * @param low lower end of its 95 % interval
 * @param high upper end
 */
record Estimate(double value, double low, double high) {}
