package io.auralis.engine.decoding;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/** The real decoder, but after so many bytes of answers it goes wrong in the way of its first argument. */
public final class FaultyDecoder {
    /** How a decoder may go wrong. */
    enum Fault {
        CRASHES,
        IS_KILLED,
        HANGS,
        FILLS_NATIVE_MEMORY,
        FILLS_ITS_HEAP,
        SENDS_NONSENSE
    }

    private FaultyDecoder() {}

    static ContainedDecoder that(Fault fault, long afterBytes, Duration patience) {
        List<String> command = new ArrayList<>(DecoderCommand.ofThisProgram(FaultyDecoder.class));
        command.addAll(List.of(fault.name(), Long.toString(afterBytes)));
        return new ContainedDecoder(command, patience);
    }

    public static void main(String[] arguments) throws Exception {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        Requests requests = Requests.from(System.in);
        MemoryBound.enforce();
        Fault fault = Fault.valueOf(arguments[0]);
        new RequestedDecoding(requests, new FaultyAnswers(answers, fault, Long.parseLong(arguments[1]))).run();
    }

    private static final class FaultyAnswers extends OutputStream {
        private final OutputStream answers;
        private final Fault fault;
        private long left;

        FaultyAnswers(OutputStream answers, Fault fault, long left) {
            this.answers = answers;
            this.fault = fault;
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b});
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            answers.write(bytes, offset, (int) Math.min(left, length));
            left -= length;
            if (left < 0) {
                goWrong();
            }
        }

        private void goWrong() throws IOException {
            switch (fault) {
                case CRASHES -> kill("-SEGV");
                case IS_KILLED -> kill("-KILL");
                case HANGS -> forever();
                case FILLS_NATIVE_MEMORY -> fillNativeMemory();
                case FILLS_ITS_HEAP -> fillHeap();
                case SENDS_NONSENSE -> {
                    byte[] nonsense = new byte[1 << 20];
                    Arrays.fill(nonsense, (byte) 0x7f);
                    answers.write(nonsense);
                    forever();
                }
            }
        }

        private static void kill(String signal) throws IOException {
            new ProcessBuilder(
                            "kill",
                            signal,
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
            forever();
        }

        private static void forever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void fillNativeMemory() {
            while (true) {
                Pointer.memset(avutil.av_malloc(16 << 20), 1, 16 << 20);
            }
        }

        private static void fillHeap() {
            List<byte[]> all = new ArrayList<>();
            while (all.size() < Integer.MAX_VALUE) {
                all.add(new byte[1 << 20]);
            }
        }
    }
}
