package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlbumDeclipTest {
    private static final int RATE_HZ = 44_100;

    @TempDir
    Path folder;

    private Path cut;
    private Path other;
    private double wholeCrestDb;

    @BeforeEach
    void oneSongThatIsCutOffAndOneThatIsNot() {
        wholeCrestDb = Measuring.meters(RATE_HZ, Samples.of(song())).crestDb();
        cut = Encoding.WAV_FLOAT.write(folder, "cut", CutOff.at(0.35, song()));
        other = Encoding.WAV_FLOAT.write(folder, "other", Samples.music(RATE_HZ, 5));
    }

    private static MemoryTrack song() {
        return Samples.withBass(Samples.music(RATE_HZ, 4));
    }

    private List<MasteringReport> master(MasteringOptions options) {
        return MasteredAlbum.of(folder, options, "flac", List.of(cut, other)).reports();
    }

    @Test
    void clippedSamplesAreRestoredInTheTrackThatHasThem() {
        // Nothing else is changed, so that the crest factor is that of what was restored.
        MasteringOptions gainOnly = new MasteringOptions(Wishes.ofAmount(0), OutputChoice.USUAL);
        double leftDb = master(gainOnly).get(0).after().crestDb();

        List<MasteringReport> reports = master(gainOnly.declipping(true));

        MasteringReport restored = reports.get(0);
        assertThat(restored.declip().restored().orElseThrow().samples())
                .isEqualTo(restored.declip().found())
                .isPositive();
        assertThat(restored.notes()).anyMatch(note -> note.contains("stretches were restored, the highest to"));
        assertNearer(restored.after().crestDb(), leftDb, wholeCrestDb);
        assertThat(reports.get(1).declip().restored()).isEmpty();
        assertThat(reports.get(1).notes()).contains("No clipped samples were found; there was nothing to restore.");
    }

    /** Every pass reads the restored samples: those that set the dynamics, and the last one. */
    @Test
    void whatIsRestoredIsMasteredAsATrackThatWasNeverCutOff() {
        // So quiet that the limiter leaves the peaks to the dynamics.
        MasteringOptions quiet = new MasteringOptions(Wishes.NONE.withLoudness(Wish.asked(-26)), OutputChoice.USUAL);
        MasteringReport restored =
                master(quiet.declipping(true).recording(true)).get(0);
        MasteringReport left = master(quiet).get(0);
        cut = Encoding.WAV_FLOAT.write(folder, "never cut", song());
        MasteringReport whole = master(quiet).get(0);

        assertThat(restored.before()).as("the file's own meters").isEqualTo(left.before());
        MasteringReport.Curves curves = restored.curves();
        assertThat(curves).isNotNull();
        assertThat(Collections.max(curves.before().highest().values())).isCloseTo(0.35, within(0.001));
        assertNearer(
                restored.plan().value("punch"),
                left.plan().value("punch"),
                whole.plan().value("punch"));
        assertThat(restored.after().crestDb()).isCloseTo(restored.plan().value("punch"), within(0.1));
        assertThat(left.notes()).anyMatch(note -> note.matches("\\d+ samples are clipped; --declip restores them\\."));
    }

    private static void assertNearer(double restored, double left, double whole) {
        assertThat(Math.abs(restored - whole)).isLessThan(0.5 * Math.abs(left - whole));
    }
}
