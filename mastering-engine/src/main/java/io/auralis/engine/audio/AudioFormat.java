package io.auralis.engine.audio;

/**
 * @param sampleRateHz 8,000 to 384,000 Hz
 * @param channels 1 to 8
 */
public record AudioFormat(int sampleRateHz, int channels) {
    public AudioFormat {
        if (sampleRateHz < 8_000 || sampleRateHz > 384_000) {
            throw new IllegalArgumentException("sample rate must be 8000..384000 Hz but is " + sampleRateHz);
        }
        if (channels < 1 || channels > 8) {
            throw new IllegalArgumentException("channels must be 1..8 but are " + channels);
        }
    }
}
