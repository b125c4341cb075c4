package io.auralis.engine.media;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that writes an unfinished file. A lock on the file would not do: a process loses its locks on a file as soon
 * as it closes any channel to it, and a lossy output is read again before it is finished.
 *
 * @param pid its number
 * @param startMillis when it started, milliseconds of the epoch, since numbers are used again; 0 where that is not told
 */
record PartOwner(long pid, long startMillis) {
    static final String BEGINNING = ".auralis-";

    private static final Pattern NAME = Pattern.compile("\\.auralis-([0-9]{1,18})-([0-9]{1,18})-[0-9a-f]+\\.part");

    static PartOwner current() {
        return of(ProcessHandle.current());
    }

    /** The owner that a name tells of; empty for a name that is not of ours. */
    static Optional<PartOwner> of(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new PartOwner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    String prefix() {
        return BEGINNING + pid + "-" + startMillis + "-";
    }

    boolean alive() {
        return ProcessHandle.of(pid)
                .map(process -> startMillis == 0 || of(process).equals(this))
                .orElse(false);
    }

    private static PartOwner of(ProcessHandle process) {
        return new PartOwner(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }
}
