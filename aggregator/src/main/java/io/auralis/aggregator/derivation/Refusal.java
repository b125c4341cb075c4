package io.auralis.aggregator.derivation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a cell got no candidate. */
public enum Refusal {
    TOO_FEW_CONTRIBUTORS("fewer contributors than the least that may be spoken of, by a count with noise", true),
    BUDGET_SPENT("the quarter's privacy budget of these contributors does not allow the question", false),
    NO_NEUTRAL_REFERENCE("too few contributors with neutral gear to compare with", true),
    NO_CHANGE_WANTED("the interval of what contributors want includes no change", true),
    STEP_BELOW_GRID("what they want rounds to no step", true),
    HELD_OUT_DISAGREE("the step does not bring the model nearer to the held-out contributors", true);

    private final String sentence;
    private final boolean answer;

    Refusal(String sentence, boolean answer) {
        this.sentence = sentence;
        this.answer = answer;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }

    /** Whether the statistics gave it, so that an older candidate of the cell no longer stands. */
    public boolean isAnswer() {
        return answer;
    }
}
