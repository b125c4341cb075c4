package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;

/** The samples that a decoder sends, as it sends them. */
final class ReceivedSource implements AudioSource {
    private final Conversation conversation;
    private final AudioFormat format;
    private final long statedFrames;
    private final ReceivedBlock received;
    private int taken;
    private boolean ended;

    ReceivedSource(Conversation conversation, AudioFormat format, long statedFrames) {
        this.conversation = conversation;
        this.format = format;
        this.statedFrames = statedFrames;
        this.received = new ReceivedBlock(format.channels());
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public long statedFrames() {
        return statedFrames;
    }

    @Override
    public boolean read(AudioBlock block) {
        if (block.channels() != format.channels()) {
            throw new IllegalArgumentException(
                    "the block has " + block.channels() + " channels but the file " + format.channels());
        }
        int filled = 0;
        while (filled < block.capacity() && (taken < received.frames() || receive())) {
            int count = Math.min(block.capacity() - filled, received.frames() - taken);
            for (int channel = 0; channel < format.channels(); channel++) {
                received.copy(channel, taken, block.channel(channel), filled, count);
            }
            filled += count;
            taken += count;
        }
        block.setFrames(filled);
        return filled > 0;
    }

    /** Waits for more samples; false at the end. */
    private boolean receive() {
        if (ended) {
            return false;
        }
        Frame frame = conversation.answer(FrameKind.BLOCK, FrameKind.END);
        ended = frame.kind() == FrameKind.END;
        if (!ended) {
            conversation.understood(() -> {
                received.take(frame);
                return received;
            });
            taken = 0;
        }
        return !ended;
    }

    @Override
    public void close() {
        conversation.close();
    }
}
