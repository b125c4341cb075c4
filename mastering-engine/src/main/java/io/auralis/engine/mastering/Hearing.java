package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.declip.ClipDetector;
import io.auralis.engine.declip.DeclippedTrack;
import io.auralis.engine.declip.Restored;
import io.auralis.engine.fingerprint.FingerprintAnalyzer;
import io.auralis.engine.fingerprint.TrackAnalysis;
import io.auralis.engine.match.LongTermSpectrum;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.media.MediaFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A track as it was heard and, where clipped samples are restored, heard again.
 *
 * @param source what the input is
 * @param analysis what is to be mastered: the input, or the input with its clipped samples restored
 * @param declip what was done to clipped samples
 * @param balance the tone of what is to be mastered; empty unless a reference is to be matched
 */
record Hearing(Analysis source, Analysis analysis, DeclipReport declip, Optional<TonalBalance> balance) {
    /**
     * @param file read a second time where clipped samples are restored
     * @param also hear the source besides
     */
    static Hearing of(MediaFile file, MasteringOptions options, List<Consumer<AudioBlock>> also, Progress progress) {
        boolean matches = options.match().isPresent();
        LongTermSpectrum spectrum = new LongTermSpectrum(file.info().format());
        List<Consumer<AudioBlock>> hear = new ArrayList<>(also);
        if (matches) {
            hear.add(spectrum::accept);
        }
        Analysis source = analyse(file, hear, progress);
        Analysis analysis = source;
        Optional<Restored> restored = Optional.empty();
        if (options.declip() && source.clipping().found()) {
            DeclippedTrack declipped = new DeclippedTrack(file, source.clipping());
            spectrum = new LongTermSpectrum(file.info().format());
            analysis = analyse(
                    MediaFile.of(file.info(), RememberedTrack.onceMore(declipped)),
                    matches ? List.of(spectrum::accept) : List.of(),
                    progress);
            restored = Optional.of(declipped.restored());
        }
        return new Hearing(
                source,
                analysis,
                DeclipReport.of(options.declip(), source.clipping(), restored),
                matches ? Optional.of(spectrum.finish()) : Optional.empty());
    }

    /** The file, remembered where it is heard twice to restore clipped samples. */
    static MediaFile readable(MediaFile file, MasteringOptions options) {
        return options.declip() ? MediaFile.of(file.info(), RememberedTrack.onceMore(file)) : file;
    }

    /** @param also hear the track besides */
    static Analysis analyse(MediaFile file, List<Consumer<AudioBlock>> also, Progress progress) {
        FingerprintAnalyzer analyzer = new FingerprintAnalyzer(file.info().format());
        ClipDetector clips = new ClipDetector(file.info().format().channels());
        long[] frames = new long[1];
        List<Consumer<AudioBlock>> hear = new ArrayList<>(analyzer.parts());
        hear.add(block -> {
            clips.accept(block);
            frames[0] += block.frames();
        });
        hear.addAll(also);
        Chain.run(file, List.of(), progress, "listening", hear);
        TrackAnalysis heard = analyzer.finish();
        return new Analysis(
                file,
                heard.meters(),
                analyzer.loudness(),
                (double) frames[0] / file.info().format().sampleRateHz(),
                heard.fingerprint(),
                clips.finish());
    }
}
