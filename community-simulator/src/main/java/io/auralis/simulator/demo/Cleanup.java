package io.auralis.simulator.demo;

import io.auralis.agent.home.FolderTree;
import io.auralis.simulator.SimulationException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Leaves nothing running, however the demo ends. The thread that runs the demo cleans up; Ctrl-C, a closed terminal or a
 * kill only ends what it is waiting for and waits for it.
 */
final class Cleanup {
    /** Stopping takes seconds; a stack that hangs is ended by force within this. */
    private static final int WITHIN_SECONDS = 120;

    private final Commands auralis;
    private final DemoFolder folder;
    private final Story story;
    private final Thread runner = Thread.currentThread();
    private final CountDownLatch cleaned = new CountDownLatch(1);
    private boolean begun;

    Cleanup(Commands auralis, DemoFolder folder, Story story) {
        this.auralis = auralis;
        this.folder = folder;
        this.story = story;
    }

    /** The demo came to its end. */
    DemoSummary finished(DemoSummary summary, boolean keep) throws IOException {
        begin();
        try {
            if (keep) return summary.keptIn(folder.community().toString());
            story.step("Everything is stopped and deleted");
            story.command("auralis community reset --yes");
            auralis.runLast(story::say, "community", "reset", "--yes");
            FolderTree.delete(folder.root());
            return summary;
        } finally {
            cleaned.countDown();
        }
    }

    /** A step failed: its logs are kept, its processes are not. Of a demo that was stopped nothing is kept. */
    void failed() {
        begin();
        try {
            if (Files.exists(folder.community())) auralis.runLast(story::say, "community", "down");
            if (auralis.isClosed()) FolderTree.delete(folder.root());
            else if (Files.exists(folder.community()))
                story.say("The logs are in " + folder.community().resolve("logs") + ".");
        } catch (IOException | SimulationException failed) {
            story.say(String.valueOf(failed.getMessage()));
        } finally {
            cleaned.countDown();
        }
    }

    /** Runs while the JVM shuts down. */
    void interrupted() {
        synchronized (this) {
            if (!begun) {
                auralis.close();
                runner.interrupt();
            }
        }
        try {
            if (!cleaned.await(WITHIN_SECONDS, TimeUnit.SECONDS)) story.say("It could not be stopped in time.");
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** From here on an interrupt would only disturb. */
    private synchronized void begin() {
        begun = true;
        boolean disturbed = Thread.interrupted();
        if (disturbed) story.say("Stopping.");
    }
}
