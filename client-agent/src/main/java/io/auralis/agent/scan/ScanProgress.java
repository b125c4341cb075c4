package io.auralis.agent.scan;

import io.auralis.engine.audio.Progress;

/** One progress over all files of a scan, which are worked on at the same time. */
final class ScanProgress {
    private final Progress whole;
    private final int files;
    private int finished;
    private double begun;

    ScanProgress(Progress whole, int files) {
        this.whole = whole;
        this.files = files;
    }

    /** Of one file, whose hearing is all that takes time. */
    Progress ofOne() {
        return new Progress() {
            private double reached;

            @Override
            public void report(String stage, double fraction) {
                double here = Math.max(0, Math.min(1, fraction));
                if (here > reached) {
                    forward(here - reached);
                    reached = here;
                }
            }
        };
    }

    private synchronized void forward(double by) {
        begun += by;
        tell();
    }

    synchronized void finished() {
        finished++;
        tell();
    }

    private void tell() {
        whole.report(finished + " of " + files, Math.max(finished, Math.min(begun, files)) / Math.max(1, files));
    }
}
