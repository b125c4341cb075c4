package io.auralis.agent.cli;

import io.auralis.agent.report.Figures;
import io.auralis.agent.report.MeterRow;
import io.auralis.engine.mastering.AlbumLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An album in words: what was decided for all, then its tracks as a batch's. */
final class AlbumText {
    private AlbumText() {}

    static List<String> lines(AlbumRun.Result result) {
        List<String> lines = new ArrayList<>();
        result.heard().ifPresent(album -> lines.addAll(decided(album)));
        lines.addAll(BatchText.lines(result.batch()));
        return lines;
    }

    /** What would be done. */
    static List<String> planned(HeardAlbum album) {
        List<String> lines = decided(album);
        Table table = new Table().row("LUFS before", "planned", "track");
        album.tracks()
                .forEach((item, track) -> table.row(
                        MeterRow.LOUDNESS.of(track.track().source()),
                        Figures.applied(track.plan().parameter("loudness")),
                        item.output().toString()));
        lines.addAll(table.lines());
        album.tracks()
                .values()
                .forEach(track -> track.track()
                        .declip()
                        .note()
                        .ifPresent(note -> lines.add(track.track().heard().name() + ": " + note)));
        lines.add("Nothing was written.");
        return lines;
    }

    private static List<String> decided(HeardAlbum album) {
        AlbumLevel level = album.level();
        List<String> lines = new ArrayList<>();
        lines.add("Recognised as " + DetectText.headline(album.decided().detection()) + ".");
        lines.add(String.format(
                Locale.ROOT,
                "The album is %s LUFS; %+.2f dB for every track%s.",
                Figures.level(level.integratedLufs()),
                level.gainDb(),
                album.reachedLufs().isPresent()
                        ? ", " + Figures.level(album.reachedLufs().getAsDouble()) + " LUFS together"
                        : ""));
        level.note().ifPresent(note -> lines.add("Note: " + note));
        lines.add("");
        return lines;
    }
}
