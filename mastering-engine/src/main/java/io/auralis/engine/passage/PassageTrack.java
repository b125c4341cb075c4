package io.auralis.engine.passage;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;

/**
 * A passage as a track of its own, faded in and out so that its ends do not click.
 *
 * @param track what it is a passage of; if that ends earlier, so does this
 * @param passage which
 */
public record PassageTrack(AudioTrack track, Passage passage) implements AudioTrack {
    private static final double FADE_SECONDS = 0.03;

    @Override
    public AudioSource open() {
        return new PassageSource(track.open(), passage);
    }

    private static final class PassageSource implements AudioSource {
        private final AudioSource source;
        private final Passage passage;
        private final long fadeFrames;
        private long position;

        PassageSource(AudioSource source, Passage passage) {
            this.source = source;
            this.passage = passage;
            this.fadeFrames = Math.min(passage.frames() / 2, Math.round(FADE_SECONDS * passage.sampleRateHz()));
        }

        @Override
        public AudioFormat format() {
            return source.format();
        }

        @Override
        public long statedFrames() {
            return passage.frames();
        }

        @Override
        public boolean read(AudioBlock block) {
            long end = passage.startFrame() + passage.frames();
            while (position < end && source.read(block)) {
                long first = position;
                position += block.frames();
                int dropped = (int) Math.max(0, Math.min(block.frames(), passage.startFrame() - first));
                int left = (int) (Math.min(position, end) - first) - dropped;
                if (left > 0) {
                    for (int channel = 0; channel < block.channels(); channel++) {
                        double[] samples = block.channel(channel);
                        System.arraycopy(samples, dropped, samples, 0, left);
                        fade(samples, left, first + dropped - passage.startFrame());
                    }
                    block.setFrames(left);
                    return true;
                }
            }
            block.setFrames(0);
            return false;
        }

        /** @param at of the first sample, from the passage's start */
        private void fade(double[] samples, int count, long at) {
            for (int i = 0; i < count; i++) {
                long fromEdge = Math.min(at + i, passage.frames() - 1 - at - i);
                if (fromEdge < fadeFrames) {
                    samples[i] *= 0.5 - 0.5 * Math.cos(Math.PI * (fromEdge + 0.5) / fadeFrames);
                }
            }
        }

        @Override
        public void close() {
            source.close();
        }
    }
}
