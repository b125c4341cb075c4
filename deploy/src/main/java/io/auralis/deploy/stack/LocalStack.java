package io.auralis.deploy.stack;

import io.auralis.contracts.json.Json;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A community on one machine: PostgreSQL, Kafka and the three services as processes of their own, their data in one folder.
 * Commands on one folder exclude each other; the folder outlives every process.
 */
public final class LocalStack {
    /** Fresh data take about 150 MB, and PostgreSQL and Kafka both fail badly on a full disk. */
    private static final long NEEDED_BYTES = 400L << 20;

    private final StackFolder folder;
    private final Consumer<String> progress;
    private final RunningMembers running;

    /** @param progress is told what happens, a sentence each */
    public LocalStack(StackFolder folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
        this.running = new RunningMembers(folder);
    }

    /**
     * Brings up what is not up, and returns when every member answers. When one fails, what this call started is stopped
     * again.
     *
     * @param wantedPorts the operator's own choice, per member
     * @throws StackException with a sentence for the operator
     */
    public StackState up(Installation installation, Map<Member, Integer> wantedPorts) {
        installation.check();
        folder.create();
        try (StackLock lock = StackLock.acquire(folder, progress)) {
            checkSpace();
            StackPorts ports = StackPorts.of(folder, wantedPorts);
            StackState state = StackState.of(folder, ports);
            Set<Member> missing = EnumSet.noneOf(Member.class);
            for (Member member : Member.values()) if (running.process(member).isEmpty()) missing.add(member);
            Readiness readiness = new Readiness(folder, state, ports);
            if (missing.isEmpty()) {
                checkUnmoved(ports, wantedPorts);
                new Ascent(installation, folder, ports, running, readiness, progress).awaitRunning();
                progress.accept("The stack is up already.");
                return state;
            }
            if (missing.stream().anyMatch(running::isRemembered))
                progress.accept(
                        "The stack was not stopped cleanly; its data are kept, what is missing is started again.");
            if (missing.contains(Member.DATABASE)) LocalDatabase.stopOrphan(folder.database());
            checkPorts(missing, ports);
            ports.remember(folder);
            MaintainerAccount.ensure(folder);
            new Ascent(installation, folder, ports, running, readiness, progress).start(missing);
            folder.write(folder.state(), Json.pretty(state) + "\n");
            return state;
        }
    }

    /** Stops every member that runs, services first; returns whether any did. */
    public boolean down() {
        if (!folder.isStack()) return false;
        try (StackLock lock = StackLock.acquire(folder, progress)) {
            List<Member> alive = Arrays.stream(Member.values())
                    .filter(member -> running.process(member).isPresent())
                    .toList();
            running.stop(EnumSet.of(Member.INGEST, Member.AGGREGATOR, Member.PUBLISHER), progress);
            running.stop(EnumSet.of(Member.DATABASE, Member.BROKER), progress);
            return !alive.isEmpty();
        }
    }

    /** Whether a stack was ever started in the folder. */
    public boolean isSetUp() {
        return folder.isStack();
    }

    /** How each member is now. */
    public List<MemberStatus> status() {
        StackPorts ports = StackPorts.of(folder, Map.of());
        StackState state = StackState.of(folder, ports);
        Readiness readiness = new Readiness(folder, state, ports);
        List<MemberStatus> all = new ArrayList<>();
        for (Member member : Member.values()) {
            long pid = running.process(member).map(ProcessHandle::pid).orElse(0L);
            String how = pid == 0
                    ? (running.isRemembered(member) ? "lost" : "down")
                    : readiness.isReady(member) ? "up" : "silent";
            all.add(new MemberStatus(member.title(), how, pid, state.addressOf(member)));
        }
        return all;
    }

    /** Stops the stack and deletes its folder with all data, keys and accounts. */
    public void reset() {
        if (!folder.isStack())
            throw new StackException("There is no stack in " + folder.root() + ", so nothing is deleted.");
        down();
        try (Stream<java.nio.file.Path> files = Files.walk(folder.root())) {
            for (java.nio.file.Path file :
                    files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException refused) {
            throw folder.cannotWrite(refused);
        }
    }

    private void checkSpace() {
        try {
            long usable = Files.getFileStore(folder.root()).getUsableSpace();
            if (usable < NEEDED_BYTES)
                throw new StackException("The disk of " + folder.root() + " has " + (usable >> 20)
                        + " MB left; the stack needs " + (NEEDED_BYTES >> 20) + " MB.");
        } catch (IOException refused) {
            throw folder.cannotWrite(refused);
        }
    }

    private static void checkPorts(Set<Member> missing, StackPorts ports) {
        for (Member member : missing)
            if (!FreePort.isFree(ports.of(member)))
                throw new StackException("Port " + ports.of(member) + " of 127.0.0.1, meant for " + member.title()
                        + ", is taken by another program; stop that, or choose another port with " + member.portOption()
                        + ".");
    }

    private void checkUnmoved(StackPorts ports, Map<Member, Integer> wantedPorts) {
        StackPorts remembered = StackPorts.of(folder, Map.of());
        for (Member member : wantedPorts.keySet())
            if (remembered.of(member) != ports.of(member))
                throw new StackException("The stack is up with " + member.title() + " on port " + remembered.of(member)
                        + "; take it down to move it.");
    }
}
