package io.auralis.agent.personal;

import io.auralis.agent.comment.Direction;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.Optional;

/**
 * What one rating or one audition says about one dimension.
 *
 * @param number the rating's or the audition's number
 * @param at when it was given
 * @param type the recording type it was given for
 * @param dimension what it is about
 * @param target the personal part it speaks for, in the dimension's unit
 * @param weight before it fades with time; 1 for an ask, 2 for an audition
 * @param asks as how many asks it counts: none where a rating asked for nothing and is weak evidence for what was applied
 * @param direction of the ask; empty where there is none
 */
record Evidence(
        long number,
        Instant at,
        RecordingType type,
        TasteDimension dimension,
        double target,
        double weight,
        int asks,
        Optional<Direction> direction) {
    /** An audition names a setting; an ask names a way. */
    boolean fromAudition() {
        return asks == LearningRule.AUDITION_ASKS;
    }

    boolean isAsk() {
        return asks > 0;
    }
}
