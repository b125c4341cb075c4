package io.auralis.agent.personal;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;

/**
 * Where one dimension of one recording type stands, and what the next version will do to it.
 *
 * @param type the recording type
 * @param dimension the dimension
 * @param current the personal part in force, in the dimension's unit
 * @param asks all asks that count for it
 * @param newAsks those since it last moved
 * @param estimate what the listener seems to want
 * @param next the personal part after the next version; equal to current if it will not move
 * @param reason why it will move, or what is missing, in words
 */
public record Assessment(
        RecordingType type,
        TasteDimension dimension,
        double current,
        AskCount asks,
        AskCount newAsks,
        double estimate,
        double low,
        double high,
        double next,
        String reason) {
    public boolean moves() {
        return next != current;
    }
}
