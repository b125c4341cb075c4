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
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.AlbumPlan;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.ReferenceAim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Masters the tracks of an album as one programme: each is heard, one decision is made, each is shaped by it, one gain is
 * found, and each is written. The steps of one track may run beside another's. The same tracks give the same decision, so
 * that an album that was interrupted can be taken up by hearing it again.
 */
public final class AlbumMasterer {
    /** Of a peak that no limiter holds; by a dense coding, the most that was seen. */
    private static final double CODING_LIFTS_DB = 2;

    private static final double DITHER_LIFTS_DB = 0.1;

    private final MediaReader reader;
    private final MasteringOptions options;
    private final BaseModel model;
    private final PersonalTaste taste;

    AlbumMasterer(MediaReader reader, MasteringOptions options, BaseModel model, PersonalTaste taste) {
        this.reader = reader;
        this.options = options;
        this.model = model;
        this.taste = taste;
    }

    /**
     * Hears one track.
     *
     * @param output where its master is to go
     * @throws MediaException (BAD_INPUT) if it cannot be read or decoded to its end, or is the output; (OUTPUT_FAILED) if
     *     the output's format has no place for its channels
     * @throws IllegalArgumentException if the options ask of the output's format what it does not have
     */
    public AlbumTrack listen(Path input, Path output, Progress progress) {
        OutputFormat container = options.output().formatFor(output);
        MediaFile file = reader.read(input);
        Masterer.requireOther(input, output);
        container.requireChannels(file.info());
        Hearing hearing = Hearing.of(Hearing.readable(file, options), options, List.of(), progress);
        Analysis analysis = hearing.analysis();
        HeardTrack heard = new HeardTrack(
                String.valueOf(input.getFileName()),
                file.info().format(),
                analysis.fingerprint(),
                analysis.meters(),
                analysis.loudness(),
                analysis.seconds(),
                hearing.balance());
        return new AlbumTrack(
                input, hearing.source().meters(), heard, hearing.source().clipping(), hearing.declip());
    }

    /** Decides for all of them. */
    public DecidedAlbum decide(List<AlbumTrack> tracks) {
        Album album = new Album(tracks.stream().map(AlbumTrack::heard).toList());
        Fingerprint fingerprint = album.fingerprint();
        Meters before = album.meters();
        Detection detection = new Detector(model).detect(fingerprint);
        ReferenceAim aim = ReferenceMatch.aim(options, album.balance(), album.format());
        MasteringPlan whole = new Planner(model, taste, options.wishes()).plan(detection, fingerprint, before, aim);
        return new DecidedAlbum(before, detection, new AlbumPlan(whole, fingerprint, before, tracks.size()));
    }

    /** Sets the chain of one track up to its width. Writes nothing. */
    public ShapedTrack shape(AlbumTrack track, DecidedAlbum album, Progress progress) {
        HeardTrack heard = track.heard();
        MasteringPlan plan = album.plan().of(heard.fingerprint(), heard.meters());
        if (plan.changesNothing()) {
            return new ShapedTrack(track, plan, Optional.empty(), List.of());
        }
        MediaFile file = reader.read(track.input());
        Shaping shaping = new Shaping(track.of(file), heard.format(), heard.meters(), plan, options.phase(), progress);
        Shaped shaped = shaping.shape().behind(track.of(file));
        return new ShapedTrack(track, plan, Optional.of(shaped), shaping.notes());
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
        AlbumTrack heard = track.track();
        MediaFile file = reader.read(heard.input());
        Masterer.requireOther(heard.input(), output);
        OutputSpec spec = options.output()
                .specFor(
                        file.info(),
                        container,
                        track.plan().value("loudness"),
                        Optional.of(programme(album, level, container.lossy())));
        CurveRecorder source = options.curves() ? new CurveRecorder(file.info().format()) : null;
        Mastering mastering = new Mastering(
                heard.of(source == null ? file : new OverheardTrack(file, source::accept)),
                file.info(),
                heard.heard().meters(),
                track.plan(),
                output,
                spec,
                options,
                progress);
        OutputMeter.Reading after = track.plan().changesNothing() ? mastering.copy() : mastering.carryOut(track);
        List<String> notes = new ArrayList<>(heard.declip().note().stream().toList());
        notes.addAll(mastering.notes());
        MasteringReport report = new MasteringReport(
                output,
                track.plan(),
                heard.source(),
                after.meters(),
                heard.heard().fingerprint(),
                album.detection(),
                heard.declip(),
                mastering.levelling(),
                file.info().tags(),
                MasteringReport.Curves.of(source, after.curves()),
                notes);
        return new AlbumTrackReport(report, after.loudness());
    }

    /**
     * What the tracks come to together, before all of them are written: the plan is held to a tenth of an LU, and the
     * highest peak is foretold, rather a little too high.
     */
    private static LoudnessTags.Programme programme(DecidedAlbum album, AlbumLevel level, boolean lossy) {
        double lufs = level.integratedLufs() + level.gainDb();
        MasteringPlan whole = album.plan().whole();
        if (whole.changesNothing()) {
            return new LoudnessTags.Programme(lufs, album.before().truePeakDbtp());
        }
        double highest = level.tracks().stream()
                .mapToDouble(ShapedTrack::foretoldPeakDbtp)
                .max()
                .orElseThrow();
        double peak = Math.min(whole.value("ceiling"), highest + (lossy ? CODING_LIFTS_DB : DITHER_LIFTS_DB));
        return new LoudnessTags.Programme(lufs, peak);
    }
}
