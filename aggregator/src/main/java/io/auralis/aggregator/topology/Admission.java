package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.Voice;

/** What becomes of a record: it counts, or it goes to the dead letters. Sealed, since there is no third way. */
sealed interface Admission {
    record Counted(Voice voice) implements Admission {}

    record Dead(DeadLetter letter) implements Admission {}
}
