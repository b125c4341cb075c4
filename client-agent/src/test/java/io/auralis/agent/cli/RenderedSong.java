package io.auralis.agent.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Eight seconds of stereo music at 44.1 kHz: a bass line, chords and a noise drum, 16 bit, as a WAV file. */
final class RenderedSong {
    private static final int RATE_HZ = 44_100;
    private static final int SECONDS = 8;
    private static final double[] CHORD_HZ = {220, 277.18, 329.63};

    private RenderedSong() {}

    static Path wav(Path file) throws IOException {
        return wav(file, 5, SECONDS);
    }

    /** The same in one channel. */
    static Path mono(Path file) throws IOException {
        byte[] stereo = Files.readAllBytes(wav(file));
        ByteBuffer bytes = ByteBuffer.wrap(stereo).order(ByteOrder.LITTLE_ENDIAN);
        int frames = (stereo.length - 44) / 4;
        for (int frame = 0; frame < frames; frame++) {
            bytes.putShort(44 + 2 * frame, bytes.getShort(44 + 4 * frame));
        }
        bytes.putInt(4, 36 + frames * 2).putShort(22, (short) 1).putInt(28, RATE_HZ * 2);
        bytes.putShort(32, (short) 2).putInt(40, frames * 2);
        return Files.write(file, Arrays.copyOf(stereo, 44 + frames * 2));
    }

    /** @param seed of the drum's noise: another one is another song */
    static Path wav(Path file, long seed, int lengthSeconds) throws IOException {
        int frames = lengthSeconds * RATE_HZ;
        ByteBuffer bytes = ByteBuffer.allocate(44 + frames * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + frames * 4);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 2).putInt(RATE_HZ).putInt(RATE_HZ * 4);
        bytes.putShort((short) 4).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(frames * 4);
        Random random = new Random(seed);
        for (int frame = 0; frame < frames; frame++) {
            double seconds = (double) frame / RATE_HZ;
            double beat = seconds % 0.5;
            double bass = 0.25 * Math.sin(2 * Math.PI * 55 * seconds);
            double drum = 0.3 * Math.exp(-30 * beat) * (random.nextDouble() - 0.5);
            double left = bass + drum;
            double right = bass + drum;
            for (int note = 0; note < CHORD_HZ.length; note++) {
                left += 0.06 * Math.sin(2 * Math.PI * CHORD_HZ[note] * seconds);
                right += 0.06 * Math.sin(2 * Math.PI * CHORD_HZ[note] * seconds + note);
            }
            bytes.putShort((short) Math.round(left * Short.MAX_VALUE));
            bytes.putShort((short) Math.round(right * Short.MAX_VALUE));
        }
        return Files.write(file, bytes.array());
    }
}
