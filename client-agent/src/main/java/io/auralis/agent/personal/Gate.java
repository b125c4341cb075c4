package io.auralis.agent.personal;

import io.auralis.agent.comment.Direction;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Optional;

/**
 * Whether the asks suffice to move a dimension, and which way.
 *
 * @param agreed the way; empty if they do not suffice
 * @param counted the asks that decided
 * @param sentence what was counted and what is missing, in words
 */
record Gate(Optional<Direction> agreed, AskCount counted, String sentence) {
    /**
     * The asks since the dimension last moved decide, for they are about what is heard now. Where they are fewer than
     * {@link LearningRule#LEAST_ASKS}, the earlier ones help out, and both must agree. Without any new ask nothing moves,
     * unless the earlier ones are still open: a version's bound kept them from being answered.
     *
     * @param newAsks the type's own, since the dimension last moved
     * @param all all of the type's own; all types' where its own are too few
     * @param allTypes which of both that is
     * @param open whether what was asked before is far from answered
     */
    static Gate of(TasteDimension dimension, AskCount newAsks, AskCount all, boolean allTypes, boolean open) {
        boolean newSuffice = newAsks.total() >= LearningRule.LEAST_ASKS;
        AskCount counted = newSuffice ? newAsks : all;
        String where = allTypes && !newSuffice ? " of all types" : "";
        if (newAsks.total() == 0 && !open) {
            return new Gate(Optional.empty(), counted, "nothing new was asked since it last moved");
        }
        if (counted.total() < LearningRule.LEAST_ASKS) {
            int missing = LearningRule.LEAST_ASKS - counted.total();
            return new Gate(
                    Optional.empty(),
                    counted,
                    counted.total() + (counted.total() == 1 ? " ask" : " asks") + where + " so far, " + missing
                            + " more needed");
        }
        Optional<Direction> agreed = LearningRule.agreed(counted)
                .filter(direction -> newAsks.of(direction) * 100 >= LearningRule.AGREEMENT_PERCENT * newAsks.total());
        String sentence = agreed.map(direction -> counted.sentence(direction, dimension) + where)
                .orElse("the asks" + where + " disagree (" + counted.more() + " more, " + counted.fine() + " fine, "
                        + counted.less() + " less); " + LearningRule.AGREEMENT_PERCENT + " % must agree");
        return new Gate(agreed, counted, sentence);
    }
}
