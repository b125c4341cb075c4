package io.auralis.simulator.listener;

import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Map;

/**
 * What became of one listener, beside the truth about him.
 *
 * @param wishes his true preferences, in each dimension's unit
 * @param learned what the program learned of them
 * @param accepted reports that the server confirmed
 * @param refused reports that it refused, with the reason of the last in {@code problem}
 * @param waiting reports that stay in his outbox, since the server gave no word
 * @param problem why a report was refused or waits; empty where none was
 */
public record ListenerOutcome(
        GearClass gear,
        HearingClass hearing,
        Map<TasteDimension, Double> wishes,
        Map<TasteDimension, Double> learned,
        int accepted,
        int refused,
        int waiting,
        String problem) {}
