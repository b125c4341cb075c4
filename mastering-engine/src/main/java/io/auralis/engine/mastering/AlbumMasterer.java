package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.album.Album;
import io.auralis.engine.album.HeardTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.curves.CurveRecorder;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.media.LoudnessTags;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaReader;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.meter.LoudnessMeter;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.AlbumPlan;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Planner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Masters the tracks of an album as one programme: each is heard, one decision is made, each is shaped by it, one gain is
 * found, and each is written. The steps of one track may run beside another's. The same tracks give the same decision, so
 * that an album that was interrupted can be taken up by hearing it again.
 */
public final class AlbumMasterer {
    private final MediaReader reader;
    private final MasteringOptions options;
    private final BaseModel model;
    private final PersonalTaste taste;

    /** @throws IllegalArgumentException if the options have a reference, which is another track's sound */
    AlbumMasterer(MediaReader reader, MasteringOptions options, BaseModel model, PersonalTaste taste) {
        if (options.match().isPresent()) {
            throw new IllegalArgumentException("an album has no reference");
        }
        this.reader = reader;
        this.options = options;
        this.model = model;
        this.taste = taste;
    }

    /**
     * Hears one track.
     *
     * @param output where its master is to go
     * @throws MediaException (BAD_INPUT) if it cannot be read or decoded to its end, or is the output
     * @throws IllegalArgumentException if the options ask of the output's format what it does not have
     */
    public HeardTrack listen(Path input, Path output, Progress progress) {
        options.output().formatFor(output);
        MediaFile file = reader.read(input);
        Masterer.requireOther(input, output);
        int rateHz = file.info().format().sampleRateHz();
        LoudnessMeter loudness = new LoudnessMeter(file.info().format());
        long[] frames = new long[1];
        Analysis analysis =
                Masterer.analyse(file, List.of(loudness::accept, block -> frames[0] += block.frames()), progress);
        return new HeardTrack(
                String.valueOf(input.getFileName()),
                analysis.fingerprint(),
                analysis.meters(),
                loudness.blocks(),
                (double) frames[0] / rateHz);
    }

    /** Decides for all of them. */
    public DecidedAlbum decide(List<HeardTrack> tracks) {
        Album album = new Album(tracks);
        Fingerprint fingerprint = album.fingerprint();
        Meters before = album.meters();
        Detection detection = new Detector(model).detect(fingerprint);
        MasteringPlan whole = new Planner(model, taste, options.wishes()).plan(detection, fingerprint, before);
        return new DecidedAlbum(before, detection, new AlbumPlan(whole, fingerprint, before, tracks.size()));
    }

    /** Sets the chain of one track up to its width. Writes nothing. */
    public ShapedTrack shape(Path input, HeardTrack heard, DecidedAlbum album, Progress progress) {
        MasteringPlan plan = album.plan().of(heard.fingerprint(), heard.meters());
        if (plan.changesNothing()) {
            return new ShapedTrack(input, heard, plan, Optional.empty(), List.of());
        }
        MediaFile file = reader.read(input);
        Shaping shaping = new Shaping(file, file.info().format(), heard.meters(), plan, options.phase(), progress);
        Shaped shaped = shaping.shape().behind(file);
        return new ShapedTrack(input, heard, plan, Optional.of(shaped), shaping.notes());
    }

    /** Finds the gain for all of them. */
    public AlbumLevel level(DecidedAlbum album, List<ShapedTrack> tracks) {
        return AlbumLevel.of(
                album, tracks, LevelSearch.usualMarginDb(options.output().ditherOrUsual()));
    }

    /**
     * Writes one track.
     *
     * @param track one of the level's
     *
     * @throws MediaException as {@link Masterer#master} does
     */
    public AlbumTrackReport master(
            ShapedTrack track, DecidedAlbum album, AlbumLevel level, Path output, Progress progress) {
        OutputFormat container = options.output().formatFor(output);
        MediaFile file = reader.read(track.input());
        Masterer.requireOther(track.input(), output);
        OutputSpec spec = options.output()
                .specFor(file.info(), container, track.plan().value("loudness"), Optional.of(programme(album, level)));
        CurveRecorder source = options.curves() ? new CurveRecorder(file.info().format()) : null;
        Mastering mastering = new Mastering(
                source == null ? file : new OverheardTrack(file, source::accept),
                file.info(),
                track.heard().meters(),
                track.plan(),
                output,
                spec,
                options,
                progress);
        OutputMeter.Reading after = track.plan().changesNothing() ? mastering.copy() : mastering.carryOut(track);
        MasteringReport report = new MasteringReport(
                output,
                track.plan(),
                track.heard().meters(),
                after.meters(),
                track.heard().fingerprint(),
                album.detection(),
                DeclipReport.NOT_ASKED,
                mastering.levelling(),
                file.info().tags(),
                MasteringReport.Curves.of(source, after.curves()),
                mastering.notes());
        return new AlbumTrackReport(report, after.loudness());
    }

    /**
     * What the tracks come to together, before all of them are written: the plan is held to a tenth of an LU, and no peak
     * is over the ceiling.
     */
    private static LoudnessTags.Programme programme(DecidedAlbum album, AlbumLevel level) {
        MasteringPlan whole = album.plan().whole();
        double peak = whole.changesNothing() ? album.before().truePeakDbtp() : whole.value("ceiling");
        return new LoudnessTags.Programme(level.integratedLufs() + level.gainDb(), peak);
    }
}
