package io.auralis.engine.mastering;

import io.auralis.engine.declip.Clipping;
import io.auralis.engine.declip.Restored;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found of clipped samples, and what was done about them.
 *
 * @param asked whether they were to be restored
 * @param found how many there were
 * @param restored what was restored; empty unless asked and found
 */
public record DeclipReport(boolean asked, long found, Optional<Restored> restored) {
    static DeclipReport of(boolean asked, Clipping clipping, Optional<Restored> restored) {
        return new DeclipReport(asked, clipping.samples(), restored);
    }

    /** What a listener should know of it; nothing where nothing is clipped and nothing was asked. */
    public Optional<String> note() {
        if (restored.isPresent()) {
            return Optional.of(restored(restored.get()));
        }
        if (asked) {
            return Optional.of("No clipped samples were found; there was nothing to restore.");
        }
        return found == 0
                ? Optional.empty()
                : Optional.of(
                        found + (found == 1 ? " sample is" : " samples are") + " clipped; --declip restores them.");
    }

    private static String restored(Restored all) {
        return String.format(
                Locale.ROOT,
                "%d clipped samples in %d stretches were restored, the highest to %.1f dBFS.",
                all.samples(),
                all.stretches(),
                all.highestPeakDbfs());
    }
}
