package io.auralis.simulator;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** Says how many listeners are done: on one line that counts up where somebody watches, else a line per quarter. */
public final class CountLine implements IntConsumer, AutoCloseable {
    private final PrintWriter err;
    private final int all;
    private final boolean watched;
    private int said;

    public CountLine(PrintWriter err, int all, boolean watched) {
        this.err = err;
        this.all = all;
        this.watched = watched;
    }

    /** May come from several threads, and out of order. */
    @Override
    public synchronized void accept(int done) {
        if (done <= said) return;
        int quarter = Math.max(1, all / 4);
        if (watched) {
            err.print("\r" + done + " of " + all + " listeners");
        } else if (done / quarter > said / quarter) {
            err.println(done + " of " + all + " listeners");
        }
        err.flush();
        said = done;
    }

    @Override
    public synchronized void close() {
        if (watched && said > 0) err.println();
        err.flush();
    }
}
