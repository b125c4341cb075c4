package io.auralis.agent.cli;

import io.auralis.agent.history.FileHash;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.history.JobId;
import io.auralis.agent.home.Settings;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.report.MasteringPage;
import io.auralis.agent.report.ReportFile;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.AlbumMasterer;
import io.auralis.engine.mastering.Decided;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.mastering.MasteringOptions;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Masters tracks by one base model, taste and set of options, and keeps each as a job in the history. */
final class TrackMastering {
    private final Session session;
    private final Masterer masterer;
    private final BaseModel base;
    private final PersonalTaste taste;
    private final String personalVersion;
    private final MasteringOptions options;

    /** @param layer what the listener likes; not asked where it is to stay out */
    TrackMastering(
            Session session,
            Masterer masterer,
            BaseModel base,
            PersonalLayer layer,
            boolean impersonal,
            MasteringOptions options) {
        this.session = session;
        this.masterer = masterer;
        this.base = base;
        this.taste = impersonal ? PersonalTaste.NONE : synchronised(layer);
        this.personalVersion = impersonal ? "" : layer.current().version();
        this.options = options;
    }

    /** Tracks of a batch ask at the same time. */
    private static PersonalTaste synchronised(PersonalLayer layer) {
        return type -> {
            synchronized (layer) {
                return layer.partsFor(type);
            }
        };
    }

    /** All that decides what comes out of a track, but for a reference. */
    String decides() {
        return base.version() + " " + personalVersion + " " + options.wishes() + " " + options.phase() + " "
                + options.output() + (options.declip() ? " declip" : "");
    }

    /**
     * A mastered track.
     *
     * @param report what was done, without curves: a batch keeps those of all its tracks
     * @param job the id of its job
     * @param page the page that was written of it, or null
     */
    record Done(
            MasteringReport report, String job, @Nullable Path page) {}

    /** @param page where a page is written of it; null for none */
    Done master(Path input, Path output, @Nullable Path page, Progress progress) {
        MasteringReport report = masterer.master(input, output, options.recording(page != null), base, taste, progress);
        boolean asPlanned =
                options.wishes().equals(Wishes.NONE) && options.match().isEmpty();
        return keep(input, report, asPlanned, page);
    }

    /**
     * Masters tracks that belong together, by the same model, taste and options.
     *
     * @param pages whether pages are to be written of them
     */
    AlbumMasterer album(boolean pages) {
        return masterer.album(options.recording(pages), base, taste);
    }

    /**
     * Keeps a track of an album.
     *
     * @param page where a page is written of it; null for none
     */
    Done keepOfAlbum(Path input, MasteringReport report, @Nullable Path page) {
        return keep(input, report, false, page);
    }

    private Done keep(Path input, MasteringReport report, boolean asPlanned, @Nullable Path page) {
        Job job = job(input, report, asPlanned);
        new JobHistory(session.home()).record(job);
        if (page != null) {
            ReportFile.write(page, MasteringPage.of(input, report, base));
        }
        return new Done(report.withoutCurves(), job.id(), page);
    }

    /** What would be done; nothing is written. */
    Decided decide(Path input, Path output, Progress progress) {
        return masterer.decide(input, output, options, base, taste, progress);
    }

    private Job job(Path input, MasteringReport report, boolean asPlanned) {
        Settings settings = new Settings(session.home());
        FileHash.Pair hashes = FileHash.ofBoth(input, report.output());
        return new Job(
                JobId.next(session.clock().instant()),
                session.clock().instant(),
                String.valueOf(input.getFileName()),
                hashes.one(),
                hashes.other(),
                base.version(),
                personalVersion,
                settings.gear(),
                settings.hearing(),
                report.detection().type(),
                report.detection().profile(),
                report.detection().confidence(),
                applied(report, asPlanned),
                report.fingerprint());
    }

    private static Map<TasteDimension, Job.Applied> applied(MasteringReport report, boolean asPlanned) {
        Map<TasteDimension, Job.Applied> applied = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            PlannedParameter parameter = report.plan().parameter(dimension.key());
            // A rating judges what was heard against the base. Where the listener asked for another amount or value
            // this once, or the album for another, that is the base; else his taste would seem to be what he did
            // without it.
            double judged = asPlanned ? parameter.base() : parameter.finalValue() - parameter.personal();
            applied.put(dimension, new Job.Applied(judged, parameter.personal(), parameter.finalValue()));
        }
        return applied;
    }
}
