package io.auralis.engine.mastering;

import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.meter.Meters;

/**
 * A track that others are to come near to, as it was heard.
 *
 * @param name what it is called in reasons
 * @param balance its tone
 * @param meters its meters
 * @param width side energy over mid plus side energy
 */
public record Reference(String name, TonalBalance balance, Meters meters, double width) {}
