package io.auralis.contracts.taste;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * A direction in which a listener's taste may differ from the base model (design section 6). Its grid makes community
 * statistics exact: a delta is reported as a whole number of grid steps.
 */
public enum TasteDimension {
    BASS("bass", "dB", 0.1, 6),
    LOW_MID("low_mid", "dB", 0.1, 6),
    MID("mid", "dB", 0.1, 6),
    TREBLE("treble", "dB", 0.1, 6),
    AIR("air", "dB", 0.1, 6),
    WIDTH("width", "", 0.01, 0.2),
    LOUDNESS("loudness", "LU", 0.1, 6),
    PUNCH("punch", "dB", 0.1, 6);

    private final String key;
    private final String unit;
    private final double grid;
    private final double limit;

    TasteDimension(String key, String unit, double grid, double limit) {
        this.key = key;
        this.unit = unit;
        this.grid = grid;
        this.limit = limit;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The unit of a delta; empty for width, a share of energy. */
    public String unit() {
        return unit;
    }

    /** Size of one grid step, in the unit. */
    public double grid() {
        return grid;
    }

    /** The largest delta either way, in the unit. */
    public double limit() {
        return limit;
    }

    /** The largest delta either way, in grid steps. */
    public int limitSteps() {
        return (int) Math.round(limit / grid);
    }

    /** A delta in grid steps, rounded half away from zero and clipped to the limit. */
    public int toSteps(double delta) {
        int steps = (int) (Math.signum(delta) * Math.floor(Math.abs(delta) / grid + 0.5 + 1e-9));
        return Math.max(-limitSteps(), Math.min(limitSteps(), steps));
    }

    /** Grid steps as a delta in the unit, the double nearest to the decimal. */
    public double fromSteps(int steps) {
        return steps / Math.rint(1 / grid);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static TasteDimension parse(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown dimension \"" + key + "\""));
    }
}
