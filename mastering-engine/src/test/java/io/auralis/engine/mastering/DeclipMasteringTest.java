package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.declip.Restored;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclipMasteringTest {
    private static final int RATE_HZ = 44_100;
    private static final double LEVEL = 0.35;

    @TempDir
    Path folder;

    private final AtomicInteger decoded = new AtomicInteger();

    private MasteringReport master(MemoryTrack track, MasteringOptions options) {
        Masterer masterer = new Masterer(path -> {
            MediaFile file = MediaFile.of(path);
            return MediaFile.of(file.info(), () -> {
                decoded.incrementAndGet();
                return file.open();
            });
        });
        return masterer.master(
                Encoding.WAV_FLOAT.write(folder, "in", track),
                folder.resolve("out.flac"),
                options,
                BuiltInModels.newest().model(),
                PersonalTaste.NONE,
                Progress.NONE);
    }

    @Test
    void theReportSaysWhatWasRestoredAndTheFileIsDecodedOnce() {
        MemoryTrack whole = Samples.music(RATE_HZ, 4);
        // Nothing else is changed, so that the crest factor is that of what was restored.
        MasteringOptions gainOnly = new MasteringOptions(Wishes.ofAmount(0), OutputChoice.USUAL);

        MasteringReport left = master(CutOff.at(LEVEL, whole), gainOnly);
        decoded.set(0);
        MasteringReport report = master(CutOff.at(LEVEL, whole), gainOnly.declipping(true));

        assertThat(decoded).hasValue(1);
        Restored restored = report.declip().restored().orElseThrow();
        assertThat(restored.samples()).isEqualTo(report.declip().found()).isGreaterThan(restored.stretches());
        assertThat(restored.highestPeakDbfs()).isGreaterThan(Decibels.of(LEVEL) + 1);
        assertThat(report.notes()).anyMatch(note -> note.contains("stretches were restored, the highest to"));
        double wholeDb = Measuring.meters(RATE_HZ, Samples.of(whole)).crestDb();
        assertThat(Math.abs(report.after().crestDb() - wholeDb))
                .isLessThan(0.5 * Math.abs(left.after().crestDb() - wholeDb));
        assertThat(report.before().crestDb()).isEqualTo(left.before().crestDb());
    }

    @Test
    void clippedSamplesAreMentionedAndLeftWhereNobodyAsked() {
        MasteringReport report = master(CutOff.at(LEVEL, Samples.music(RATE_HZ, 4)), MasteringOptions.DEFAULT);

        assertThat(report.declip().restored()).isEmpty();
        assertThat(report.notes())
                .anyMatch(note -> note.matches("\\d+ samples are clipped; --declip restores them\\."));
    }

    @Test
    void ofATrackThatIsNotClippedNothingIsSaidUnlessAsked() {
        MasteringReport report = master(Samples.music(RATE_HZ, 4), MasteringOptions.DEFAULT);
        MasteringReport asked = master(Samples.music(RATE_HZ, 4), MasteringOptions.DEFAULT.declipping(true));

        assertThat(report.notes()).noneMatch(note -> note.contains("clipped"));
        assertThat(asked.notes()).contains("No clipped samples were found; there was nothing to restore.");
        assertThat(asked.declip().restored()).isEmpty();
    }
}
