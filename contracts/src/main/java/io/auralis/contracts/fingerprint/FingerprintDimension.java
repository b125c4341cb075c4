package io.auralis.contracts.fingerprint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of the 25 dimensions of {@code fingerprint/1}, in canonical order. Definitions, formulas and sources are in
 * docs/fingerprint.md; the typical range is what music usually shows and only scales histograms and distances: a value
 * outside it is legal.
 */
public enum FingerprintDimension {
    SUB_BASS_PCT("sub_bass_pct", "fraction", 0, 0.3, 1),
    BASS_PCT("bass_pct", "fraction", 0, 0.6, 1),
    LOW_MID_PCT("low_mid_pct", "fraction", 0, 0.4, 1),
    MID_PCT("mid_pct", "fraction", 0, 0.5, 1),
    UPPER_MID_PCT("upper_mid_pct", "fraction", 0, 0.3, 1),
    PRESENCE_PCT("presence_pct", "fraction", 0, 0.2, 1),
    AIR_PCT("air_pct", "fraction", 0, 0.25, 1),
    LUFS("lufs", "LUFS", -40, -6, 1),
    CREST_DB("crest_db", "dB", 3, 25, 1),
    BASS_MID_RATIO("bass_mid_ratio", "dB", -10, 20, 1),
    TEMPO_BPM("tempo_bpm", "BPM", 40, 220, 2),
    RHYTHM_STABILITY("rhythm_stability", "0..1", 0, 1, 2),
    TRANSIENT_DENSITY("transient_density", "onsets/s", 0, 15, 2),
    SILENCE_RATIO("silence_ratio", "0..1", 0, 1, 2),
    SPECTRAL_CENTROID("spectral_centroid", "Hz", 300, 8000, 2),
    SPECTRAL_ROLLOFF("spectral_rolloff", "Hz", 500, 16000, 2),
    SPECTRAL_FLATNESS("spectral_flatness", "0..1", 0, 1, 2),
    HARMONIC_RATIO("harmonic_ratio", "0..1", 0, 1, 2),
    PITCH_STABILITY("pitch_stability", "0..1", 0, 1, 2),
    CHROMA_ENERGY("chroma_energy", "0..1", 0, 1, 2),
    DYNAMIC_RANGE_VARIATION("dynamic_range_variation", "dB", 0, 10, 1),
    LOUDNESS_VARIATION_STD("loudness_variation_std", "dB", 0, 15, 1),
    PEAK_CONSISTENCY("peak_consistency", "0..1", 0, 1, 1),
    STEREO_WIDTH("stereo_width", "0..1", 0, 1, 1),
    PHASE_CORRELATION("phase_correlation", "-1..1", -1, 1, 1);

    private static final Map<String, FingerprintDimension> BY_KEY = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(FingerprintDimension::key, Function.identity()));

    private final String key;
    private final String unit;
    private final double typicalLow;
    private final double typicalHigh;
    private final int algorithmVersion;

    FingerprintDimension(String key, String unit, double typicalLow, double typicalHigh, int algorithmVersion) {
        this.key = key;
        this.unit = unit;
        this.typicalLow = typicalLow;
        this.typicalHigh = typicalHigh;
        this.algorithmVersion = algorithmVersion;
    }

    /** The name on the wire, for example {@code spectral_centroid}. */
    @JsonValue
    public String key() {
        return key;
    }

    public String unit() {
        return unit;
    }

    public double typicalLow() {
        return typicalLow;
    }

    public double typicalHigh() {
        return typicalHigh;
    }

    /** Rises with every change of the definition or the algorithm that changes a figure; see docs/fingerprint.md. */
    public int algorithmVersion() {
        return algorithmVersion;
    }

    /**
     * Finds a dimension by its wire name.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    @JsonCreator
    public static FingerprintDimension parse(String key) {
        FingerprintDimension found = BY_KEY.get(key);
        if (found == null) {
            throw new IllegalArgumentException("unknown fingerprint dimension \"" + key + "\"");
        }
        return found;
    }
}
