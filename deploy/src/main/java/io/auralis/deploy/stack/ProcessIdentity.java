package io.auralis.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process for good: its id and when it started. The id alone may belong to any program after a reboot, and nothing is
 * ended on its word.
 *
 * @param pid process id
 * @param started opaque; differs for every process that ever has this id on this machine
 */
record ProcessIdentity(long pid, String started) {
    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process));
    }

    /** The process itself, where it still runs. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(started));
    }

    private static String startOf(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            if (Files.exists(stat)) {
                // Clock ticks since boot (proc(5), field 22; the second field, a name in brackets, may hold spaces) and
                // the
                // boot itself: unlike a time of day, neither moves when the clock is set.
                String line = Files.readString(stat);
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                // A zombie has ended; only its parent has not taken note.
                if (fields[3 - 3].equals("Z")) return "ended";
                String ticks = fields[22 - 3];
                return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                                .strip() + ":" + ticks;
            }
        } catch (IOException ended) {
            return "ended";
        }
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
