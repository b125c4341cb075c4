package io.auralis.contracts.basemodel;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Gain of the five tone bands in dB, each -12..12. The bands: bass below 250 Hz, low-mid 250 to 500, mid 500 to 2,000,
 * treble 2,000 to 6,000, air above 6,000 (the fingerprint's edges, design section 3).
 */
public record ToneDb(double bass, @JsonProperty("low_mid") double lowMid, double mid, double treble, double air) {
    public ToneDb {
        MasteringParameters.requireWithin("bass", bass, -12, 12);
        MasteringParameters.requireWithin("low_mid", lowMid, -12, 12);
        MasteringParameters.requireWithin("mid", mid, -12, 12);
        MasteringParameters.requireWithin("treble", treble, -12, 12);
        MasteringParameters.requireWithin("air", air, -12, 12);
    }
}
