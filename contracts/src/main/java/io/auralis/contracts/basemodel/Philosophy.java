package io.auralis.contracts.basemodel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What mastering means to a profile: refine what is good, give it attack, or mend a flawed recording. */
public enum Philosophy {
    @JsonProperty("enhance")
    ENHANCE,
    @JsonProperty("punch")
    PUNCH,
    @JsonProperty("correct")
    CORRECT
}
