package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.fingerprint.TrackAnalysis;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.MediaReader;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.passage.Passage;
import io.auralis.engine.passage.PassageSearch;
import io.auralis.engine.passage.PassageTrack;
import io.auralis.engine.plan.AlbumPlan;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Masters one passage of a track by two tastes, so that a listener can say by ear which is his. The decisions are those
 * for the whole track. Both come to the same loudness, because the louder of two is liked better whatever else tells them
 * apart (ITU-R BS.1534-3 section 8 has stimuli aligned for that reason); and nothing in the files says which is which.
 */
public final class AuditionMasterer {
    /** The least that careful listeners tell apart is about five times that. */
    private static final double LOUDNESS_TOLERANCE_LU = 0.1;

    /** The louder is made again at what the quieter reached; that it falls short of that, too, was not seen. */
    private static final int MOST_ATTEMPTS = 4;

    private final MediaReader reader;
    private final BaseModel model;

    /** @param reader of the inputs; {@code ContainedDecoder} for files of unknown origin */
    public AuditionMasterer(MediaReader reader, BaseModel model) {
        this.reader = reader;
        this.model = model;
    }

    /**
     * Hears a track and finds its passage.
     *
     * @throws MediaException (BAD_INPUT) if the file cannot be read or decoded to its end, or has no such passage
     */
    public HeardPassage listen(Path input, Progress progress) {
        MediaFile read = reader.read(input);
        MediaFile file = MediaFile.of(read.info(), RememberedTrack.onceMore(read));
        PassageSearch search = new PassageSearch(file.info().format());
        Analysis track = Hearing.analyse(file, List.of(search::accept), progress);
        Passage passage = search.finish()
                .orElseThrow(() -> new MediaException(
                        MediaException.Kind.BAD_INPUT,
                        input.getFileName() + " has nothing to compare by: it is silent or shorter than "
                                + PassageSearch.LEAST_SECONDS + " s."));
        Detection detection = new Detector(model).detect(track.fingerprint());
        MediaFile alone = MediaFile.of(nameless(read.info()), RememberedTrack.of(new PassageTrack(file, passage)));
        return new HeardPassage(track, detection, passage, alone, TrackAnalysis.of(alone, progress));
    }

    /** Without tags and cover. */
    private static MediaInfo nameless(MediaInfo info) {
        return new MediaInfo(
                info.format(), info.codec(), info.bitDepth(), info.channelMask(), -1, List.of(), Optional.empty());
    }

    /**
     * Writes the passage twice, as WAV of 24 bits.
     *
     * @return what both came to
     * @throws MediaException (OUTPUT_FAILED) if a file cannot be written, or they cannot be made equally loud
     */
    public AuditionPair make(
            HeardPassage heard,
            PersonalTaste first,
            PersonalTaste second,
            Path firstFile,
            Path secondFile,
            Progress progress) {
        MasteringPlan onePlan = plan(heard, first);
        MasteringPlan otherPlan = plan(heard, second);
        MasteringPlan one = ofPassage(heard, onePlan);
        MasteringPlan other = ofPassage(heard, otherPlan);
        OutputMeter.Reading oneReading = master(heard, one, firstFile, progress);
        OutputMeter.Reading otherReading = master(heard, other, secondFile, progress);
        for (int attempt = 1; ; attempt++) {
            AuditionPair pair = new AuditionPair(
                    new AuditionPair.Variant(onePlan, oneReading.meters()),
                    new AuditionPair.Variant(otherPlan, otherReading.meters()));
            if (pair.loudnessDifferenceLu() <= LOUDNESS_TOLERANCE_LU) {
                return pair;
            }
            if (attempt == MOST_ATTEMPTS) {
                throw new MediaException(
                        MediaException.Kind.OUTPUT_FAILED,
                        "The passage could not be mastered in two ways that are equally loud.");
            }
            double quieter = Math.min(
                    oneReading.meters().integratedLufs(), otherReading.meters().integratedLufs());
            if (oneReading.meters().integratedLufs() > quieter) {
                one = one.withLoudness(quieter, "; as loud as what it is compared with");
                oneReading = master(heard, one, firstFile, progress);
            } else {
                other = other.withLoudness(quieter, "; as loud as what it is compared with");
                otherReading = master(heard, other, secondFile, progress);
            }
        }
    }

    private MasteringPlan plan(HeardPassage heard, PersonalTaste taste) {
        return new Planner(model, taste, Wishes.NONE)
                .plan(
                        heard.detection(),
                        heard.track().fingerprint(),
                        heard.track().meters());
    }

    /** A passage is louder and denser than its track, and is to stay so: as a track of an album. */
    private static MasteringPlan ofPassage(HeardPassage heard, MasteringPlan whole) {
        return new AlbumPlan(whole, heard.track().fingerprint(), heard.track().meters(), 1)
                .of(heard.own().fingerprint(), heard.own().meters());
    }

    private static OutputMeter.Reading master(HeardPassage heard, MasteringPlan plan, Path output, Progress progress) {
        OutputSpec spec = OutputSpec.like(heard.file().info(), OutputFormat.WAV, 24);
        return new Mastering(
                        heard.file(),
                        heard.file().info(),
                        heard.own().meters(),
                        plan,
                        output,
                        spec,
                        MasteringOptions.DEFAULT,
                        progress)
                .carryOut();
    }
}
