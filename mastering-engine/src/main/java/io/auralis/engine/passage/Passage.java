package io.auralis.engine.passage;

/**
 * A stretch of a track.
 *
 * @param startFrame its first frame in the track
 * @param frames how many
 * @param sampleRateHz of the track
 */
public record Passage(long startFrame, long frames, int sampleRateHz) {
    public Passage {
        if (startFrame < 0 || frames < 1 || sampleRateHz < 1) {
            throw new IllegalArgumentException("a passage has a start, a length and a rate, not " + startFrame + ", "
                    + frames + " and " + sampleRateHz);
        }
    }

    public double startSeconds() {
        return (double) startFrame / sampleRateHz;
    }

    public double seconds() {
        return (double) frames / sampleRateHz;
    }
}
