package io.auralis.engine.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One parameter of a mastering (design section 5).
 *
 * @param name {@code bass}, {@code low_mid}, {@code mid}, {@code treble}, {@code air}, {@code width}, {@code punch}
 *     (crest target), {@code loudness} or {@code ceiling}
 * @param base what the base model asks, or whoever was asked in its place
 * @param personal what the personal layer adds
 * @param finalValue what is applied: base plus personal, by the amount asked for, kept within the parameter's legal range
 * @param unit {@code dB}, {@code LUFS}, {@code dBTP}, or empty for width, a share of energy
 * @param reason why, in words, with what limited it where something did
 */
public record PlannedParameter(
        String name,
        double base,
        double personal,
        @JsonProperty("final") double finalValue,
        String unit,
        String reason) {
    /**
     * The same with another value in the end.
     *
     * @param words what is added to the reason
     */
    PlannedParameter with(double value, String words) {
        return new PlannedParameter(name, base, personal, Decision.rounded(value), unit, reason + words);
    }
}
