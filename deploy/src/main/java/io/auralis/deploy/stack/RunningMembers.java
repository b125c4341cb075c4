package io.auralis.deploy.stack;

import io.auralis.contracts.json.Json;
import io.auralis.deploy.database.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The members' processes as the folder's {@code run} files name them; each is verified before it is believed or ended. */
final class RunningMembers {
    /** A service drains its requests and PostgreSQL writes a checkpoint; a healthy one takes a second or two. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(40);

    private final StackFolder folder;

    RunningMembers(StackFolder folder) {
        this.folder = folder;
    }

    void remember(Member member, ProcessHandle process) {
        folder.write(folder.run(member), Json.canonicalText(ProcessIdentity.of(process)) + "\n");
    }

    void forget(Member member) {
        try {
            Files.deleteIfExists(folder.run(member));
        } catch (IOException refused) {
            throw folder.cannotWrite(refused);
        }
    }

    /** Whether a run file is there, be its process alive or not. */
    boolean isRemembered(Member member) {
        return Files.exists(folder.run(member));
    }

    /** The member's process, where it is alive and the very one that was started. */
    Optional<ProcessHandle> process(Member member) {
        Path file = folder.run(member);
        try {
            if (!Files.exists(file)) return Optional.empty();
            return Json.read(Files.readAllBytes(file), ProcessIdentity.class).alive();
        } catch (IOException | IllegalArgumentException unreadable) {
            // A torn or foreign file names no process that we may touch.
            return Optional.empty();
        }
    }

    /** Asks the members to stop, all at once, waits, and ends by force what does not. */
    void stop(Collection<Member> members, Consumer<String> progress) {
        Map<Member, ProcessHandle> stopping = new LinkedHashMap<>();
        for (Member member : members) process(member).ifPresent(process -> stopping.put(member, process));
        stopping.values().forEach(ProcessHandle::destroy);
        stopping.forEach((member, process) -> {
            if (!ended(process)) {
                progress.accept(
                        member.title() + " did not stop within " + STOPS_WITHIN.toSeconds() + " s; ended by force.");
                process.destroyForcibly();
                ended(process);
            } else {
                progress.accept("Stopped " + member.title() + ".");
            }
        });
        if (members.contains(Member.DATABASE)) LocalDatabase.stopOrphan(folder.database());
        members.forEach(this::forget);
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stubborn) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
