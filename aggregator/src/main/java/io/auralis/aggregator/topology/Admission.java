package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.Voice;

/** What becomes of a record. Sealed, since there is no other way. */
sealed interface Admission {
    /** It counts, if it is the newest of its report. */
    record Counted(Voice voice) implements Admission {}

    /** A tombstone: what came before it under its key is gone from the topic once it is compacted, so from here too. */
    record Forgotten() implements Admission {}

    /** It cannot be counted. */
    record Dead(DeadLetter.Reason reason) implements Admission {}
}
