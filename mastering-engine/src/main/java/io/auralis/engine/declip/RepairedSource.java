package io.auralis.engine.declip;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;

/** A track with samples put in that were restored before. */
final class RepairedSource implements AudioSource {
    private final AudioSource source;
    private final Repairs repairs;
    private final int[] next;
    private long frame;

    RepairedSource(AudioSource source, Repairs repairs) {
        this.source = source;
        this.repairs = repairs;
        this.next = new int[source.format().channels()];
    }

    @Override
    public AudioFormat format() {
        return source.format();
    }

    @Override
    public long statedFrames() {
        return source.statedFrames();
    }

    @Override
    public boolean read(AudioBlock block) {
        boolean any = source.read(block);
        long end = frame + block.frames();
        for (int channel = 0; channel < next.length; channel++) {
            double[] samples = block.channel(channel);
            int index = next[channel];
            while (index < repairs.size(channel) && repairs.frame(channel, index) < end) {
                samples[(int) (repairs.frame(channel, index) - frame)] = repairs.value(channel, index);
                index++;
            }
            next[channel] = index;
        }
        frame = end;
        return any;
    }

    @Override
    public void close() {
        source.close();
    }
}
