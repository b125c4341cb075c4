package io.auralis.engine.mastering;

import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.plan.MasteringPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The gain that all tracks of an album get.
 *
 * @param integratedLufs the album's loudness before, over all tracks' blocks together, LUFS
 * @param targetLufs what was planned for it
 * @param gainDb by how much every track's integrated loudness is changed
 * @param heldBackDb how much of the gain the crest guard held back
 * @param heldBackBy the file for whose sake, if it did
 * @param tracks the tracks, planned to it
 */
public record AlbumLevel(
        double integratedLufs,
        double targetLufs,
        double gainDb,
        double heldBackDb,
        Optional<String> heldBackBy,
        List<ShapedTrack> tracks) {
    public AlbumLevel {
        tracks = List.copyOf(tracks);
    }

    /** @param marginDb how far under the ceiling the limiter stays */
    static AlbumLevel of(DecidedAlbum album, List<ShapedTrack> tracks, double marginDb) {
        double before = album.before().integratedLufs();
        double target = album.plan().whole().value("loudness");
        if (album.plan().whole().changesNothing() || Double.isInfinite(before)) {
            return new AlbumLevel(before, before, 0, 0, Optional.empty(), tracks);
        }
        double settled = target - foretold(tracks);
        double heldBack = 0;
        Optional<String> by = Optional.empty();
        for (ShapedTrack track : tracks) {
            double one = heldBack(track, settled, marginDb);
            if (one > heldBack) {
                heldBack = one;
                by = Optional.of(track.track().heard().name());
            }
        }
        double gain = target - before + settled - heldBack;
        String words = String.format(Locale.ROOT, "%+.2f dB for every track of the album", gain)
                + by.map(AlbumLevel::guardWords).orElse("");
        List<ShapedTrack> moved = new ArrayList<>();
        for (ShapedTrack track : tracks) {
            moved.add(track.moved(settled - heldBack, words));
        }
        return new AlbumLevel(before, target, gain, heldBack, by, moved);
    }

    /** What the album would come to if each track came to its plan: tone and dynamics move what the gates let pass. */
    private static double foretold(List<ShapedTrack> tracks) {
        List<LoudnessBlocks> blocks = new ArrayList<>();
        for (ShapedTrack track : tracks) {
            Shaped shaped = track.shaped().orElseThrow();
            double reached = shaped.reached().integratedLufs();
            double gain = Double.isInfinite(reached) ? 0 : track.plan().value("loudness") - reached;
            blocks.add(shaped.loudness().gained(gain));
        }
        return LoudnessBlocks.together(blocks).integratedLufs();
    }

    private static double heldBack(ShapedTrack track, double settledDb, double marginDb) {
        MasteringPlan plan = track.moved(settledDb, "").plan();
        return LoudnessAim.of(plan, track.shaped().orElseThrow().reached(), 0, marginDb)
                .heldBackDb();
    }

    private static String guardWords(String file) {
        return ", held back for " + file + ", which the limiter would crush";
    }

    /** Where the album falls short of its plan and why, a sentence. */
    public Optional<String> note() {
        return heldBackBy.map(file -> String.format(
                Locale.ROOT,
                "The album is planned %.1f dB under its %.1f LUFS: the limiter would crush the peaks of %s, and the tracks"
                        + " keep their distances.",
                heldBackDb,
                targetLufs,
                file));
    }
}
