package io.auralis.deploy.stack;

import io.auralis.deploy.database.LocalDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One way up: starts members stage by stage and waits for each stage; on a failure or Ctrl-C it takes them down again. */
final class Ascent {
    /**
     * Members of one stage start side by side. The aggregator reads a topic that ingest-service creates; the publisher reads
     * a view that the aggregator creates, but answers without it.
     */
    private static final List<Set<Member>> STAGES = List.of(
            EnumSet.of(Member.DATABASE, Member.BROKER),
            EnumSet.of(Member.INGEST),
            EnumSet.of(Member.AGGREGATOR, Member.PUBLISHER));

    /** A cold start on a busy machine takes ten seconds or so; a machine that needs minutes is not ready for use. */
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private static final long ASK_EVERY_MILLIS = 100;

    /** A log that grew beyond this is kept once as FILE.old. */
    private static final long LOG_BYTES = 10L << 20;

    private final Installation installation;
    private final StackFolder folder;
    private final StackPorts ports;
    private final RunningMembers running;
    private final Readiness readiness;
    private final Consumer<String> progress;
    private final Set<Member> started = EnumSet.noneOf(Member.class);

    Ascent(
            Installation installation,
            StackFolder folder,
            StackPorts ports,
            RunningMembers running,
            Readiness readiness,
            Consumer<String> progress) {
        this.installation = installation;
        this.folder = folder;
        this.ports = ports;
        this.running = running;
        this.readiness = readiness;
        this.progress = progress;
    }

    void start(Set<Member> missing) {
        Thread onInterrupt = new Thread(this::descend, "take-down-half-started-stack");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            for (Set<Member> stage : STAGES) {
                Map<Member, Process> starting = new LinkedHashMap<>();
                for (Member member : stage) if (missing.contains(member)) starting.put(member, start(member));
                for (Map.Entry<Member, Process> each : starting.entrySet())
                    awaitReady(each.getKey(), each.getValue().toHandle());
            }
        } catch (StackException failed) {
            descend();
            throw new StackException(failed.getMessage() + " What was started is stopped again.", failed);
        } finally {
            forgetHook(onInterrupt);
        }
    }

    /** Waits for members that run already, for instance since they recover from a crash. */
    void awaitRunning() {
        for (Member member : Member.values()) {
            if (readiness.isReady(member)) continue;
            progress.accept(member.title() + " runs but does not answer yet; waiting for it.");
            running.process(member).ifPresent(process -> awaitReady(member, process));
        }
    }

    private Process start(Member member) {
        String password = switch (member) {
            case INGEST, AGGREGATOR, PUBLISHER ->
                LocalDatabase.rememberedPassword(folder.database(), member.key())
                        .orElse("");
            case DATABASE, BROKER -> "";
        };
        Path log = folder.log(member);
        try {
            if (Files.exists(log) && Files.size(log) > LOG_BYTES)
                Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            progress.accept("Starting " + member.title() + " on port " + ports.of(member) + " ...");
            Process process =
                    Program.of(member, installation, folder, ports, password).start(folder.root(), log);
            synchronized (started) {
                started.add(member);
                running.remember(member, process.toHandle());
            }
            return process;
        } catch (IOException refused) {
            throw new StackException("Cannot start " + member.title() + ": " + refused.getMessage() + ".", refused);
        }
    }

    private void awaitReady(Member member, ProcessHandle process) {
        long begun = System.nanoTime();
        while (!readiness.isReady(member)) {
            if (endsWithin(process, ASK_EVERY_MILLIS))
                throw new StackException(member.title() + " ended before it was ready" + lastLine(member)
                        + "; its log is " + folder.log(member) + ".");
            if (System.nanoTime() - begun > READY_WITHIN.toNanos())
                throw new StackException(member.title() + " did not get ready within " + READY_WITHIN.toSeconds()
                        + " s; its log is " + folder.log(member) + ".");
        }
        progress.accept(member.title() + " is ready.");
    }

    private static boolean endsWithin(ProcessHandle process, long millis) {
        try {
            process.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException alive) {
            return false;
        } catch (ExecutionException failed) {
            throw new StackException("Cannot watch a process.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", interrupted);
        }
    }

    /** Why it ended, in its own words: an exception's first line is the best there is. */
    private String lastLine(Member member) {
        try {
            String log = Files.readString(folder.log(member), StandardCharsets.ISO_8859_1);
            return log.lines()
                    .filter(line -> line.startsWith("Caused by: ") || line.startsWith("Exception in thread"))
                    .reduce((first, last) -> last)
                    .map(line -> " (" + line.substring(0, Math.min(line.length(), 200)) + ")")
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }

    private void descend() {
        synchronized (started) {
            EnumSet<Member> services = EnumSet.of(Member.INGEST, Member.AGGREGATOR, Member.PUBLISHER);
            services.retainAll(started);
            running.stop(services, progress);
            EnumSet<Member> stores = EnumSet.of(Member.DATABASE, Member.BROKER);
            stores.retainAll(started);
            running.stop(stores, progress);
            started.clear();
        }
    }

    private static void forgetHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook is what stops the members, and it must run.
        }
    }
}
