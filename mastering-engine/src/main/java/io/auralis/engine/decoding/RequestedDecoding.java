package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Carries out one request after the other: in here, FFmpeg meets the files. */
final class RequestedDecoding {
    /** 128 KiB of stereo at 4 bytes: a pipe passes large pieces at the speed of memory. */
    private static final int BLOCK_FRAMES = 16_384;

    private final Requests requests;
    private final OutputStream answers;

    RequestedDecoding(Requests requests, OutputStream answers) {
        this.requests = requests;
        this.answers = answers;
    }

    void run() throws IOException, InterruptedException {
        Frame.of(FrameKind.READY).writeTo(answers);
        while (true) {
            carryOut(requests.next());
        }
    }

    private void carryOut(Frame request) throws IOException {
        try {
            switch (request.kind()) {
                case INFO -> InfoFrame.of(MediaFile.of(file(request)).info()).writeTo(answers);
                case SAMPLES -> sendSamples(file(request));
                case STOP -> {
                    // It crossed the end of the samples on its way.
                }
                case READY, STARTED, BLOCK, END, REFUSED -> throw new IOException("no request: " + request.kind());
            }
        } catch (MediaException e) {
            Refusal.of(e).writeTo(answers);
        }
    }

    private static Path file(Frame request) throws IOException {
        return Path.of(Text.read(request.fields()));
    }

    private void sendSamples(Path file) throws IOException {
        try (AudioSource source = MediaFile.of(file).open()) {
            Frame.of(FrameKind.STARTED, out -> {
                        out.writeInt(source.format().sampleRateHz());
                        out.writeInt(source.format().channels());
                        out.writeLong(source.statedFrames());
                    })
                    .writeTo(answers);
            AudioBlock block = new AudioBlock(source.format().channels(), BLOCK_FRAMES);
            while (!requests.another() && source.read(block)) {
                BlockFrame.of(block).writeTo(answers);
            }
        }
        Frame.of(FrameKind.END).writeTo(answers);
    }
}
