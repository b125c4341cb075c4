package io.auralis.agent.personal;

import io.auralis.agent.comment.Direction;
import io.auralis.contracts.taste.TasteDimension;
import java.util.List;
import java.util.Optional;

/**
 * How many asks point where; an audition counts as two.
 *
 * @param more asks for more
 * @param fine praise
 * @param less asks for less
 */
public record AskCount(int more, int fine, int less) {
    static final AskCount NONE = new AskCount(0, 0, 0);

    static AskCount of(List<Evidence> evidence) {
        return new AskCount(
                count(evidence, Direction.MORE), count(evidence, Direction.FINE), count(evidence, Direction.LESS));
    }

    private static int count(List<Evidence> evidence, Direction direction) {
        return evidence.stream()
                .filter(one -> one.direction().equals(Optional.of(direction)))
                .mapToInt(Evidence::asks)
                .sum();
    }

    public int total() {
        return more + fine + less;
    }

    int of(Direction direction) {
        return switch (direction) {
            case MORE -> more;
            case FINE -> fine;
            case LESS -> less;
        };
    }

    /** For example "5 of 6 asks wanted more bass". */
    String sentence(Direction direction, TasteDimension dimension) {
        String wanted = switch (direction) {
            case MORE -> " wanted more ";
            case FINE -> " praised the ";
            case LESS -> " wanted less ";
        };
        return of(direction) + " of " + total() + " asks" + wanted + Words.name(dimension);
    }
}
