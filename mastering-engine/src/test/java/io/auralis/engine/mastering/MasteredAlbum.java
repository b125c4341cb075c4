package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.plan.PersonalTaste;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of an album that was mastered step by step; all its tracks have one sample rate. */
record MasteredAlbum(DecidedAlbum decided, AlbumLevel level, List<AlbumTrackReport> tracks) {
    private static final BaseModel MODEL = BuiltInModels.newest().model();

    /** @param folder where the outputs go */
    static MasteredAlbum of(Path folder, MasteringOptions options, String extension, List<Path> inputs) {
        AlbumMasterer masterer = new Masterer(MediaFile::of).album(options, MODEL, PersonalTaste.NONE);
        List<AlbumTrack> heard = new ArrayList<>();
        for (Path input : inputs) {
            heard.add(masterer.listen(input, output(folder, input, extension), Progress.NONE));
        }
        DecidedAlbum decided = masterer.decide(heard);
        List<ShapedTrack> shaped = new ArrayList<>();
        for (AlbumTrack track : heard) {
            shaped.add(masterer.shape(track, decided, Progress.NONE));
        }
        AlbumLevel level = masterer.level(decided, shaped);
        List<AlbumTrackReport> reports = new ArrayList<>();
        for (ShapedTrack track : level.tracks()) {
            Path output = output(folder, track.track().input(), extension);
            reports.add(masterer.master(track, decided, level, output, Progress.NONE));
        }
        return new MasteredAlbum(decided, level, reports);
    }

    private static Path output(Path folder, Path input, String extension) {
        return folder.resolve("mastered " + input.getFileName() + "." + extension);
    }

    List<MasteringReport> reports() {
        return tracks.stream().map(AlbumTrackReport::report).toList();
    }

    double distanceLu(int one, int other) {
        return lufs(one) - lufs(other);
    }

    double lufs(int track) {
        return lufs(Samples.of(output(track)));
    }

    private double lufs(double[][] samples) {
        return Measuring.meters(MediaFile.of(output(0)).info().format().sampleRateHz(), samples)
                .integratedLufs();
    }

    private Path output(int track) {
        return tracks.get(track).report().output();
    }

    /** By the blocks that the outputs were measured in. */
    double reportedLufs() {
        return LoudnessBlocks.together(
                        tracks.stream().map(AlbumTrackReport::loudness).toList())
                .integratedLufs();
    }

    /** One after the other, as a listener hears them. */
    double albumLufs() {
        double[][] all = new double[2][0];
        for (int track = 0; track < tracks.size(); track++) {
            double[][] samples = Samples.of(output(track));
            for (int channel = 0; channel < 2; channel++) {
                int before = all[channel].length;
                all[channel] = Arrays.copyOf(all[channel], before + samples[channel].length);
                System.arraycopy(samples[channel], 0, all[channel], before, samples[channel].length);
            }
        }
        return lufs(all);
    }
}
