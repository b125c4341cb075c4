package io.auralis.engine.fingerprint;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.meter.Meters;

/**
 * What one pass over a track finds out.
 *
 * @param fingerprint all 25 dimensions
 * @param meters the meters' readings
 */
public record TrackAnalysis(Fingerprint fingerprint, Meters meters) {
    /** About a tenth of a second: small beside the processor's cache, large beside the cost of a call. */
    private static final int BLOCK_FRAMES = 4096;

    /**
     * Reads the track once.
     *
     * @throws io.auralis.engine.media.MediaException if it is damaged or unreadable
     */
    public static TrackAnalysis of(AudioTrack track, Progress progress) {
        try (AudioSource source = track.open()) {
            FingerprintAnalyzer analyzer = new FingerprintAnalyzer(source.format());
            AudioBlock block = new AudioBlock(source.format().channels(), BLOCK_FRAMES);
            long heard = 0;
            while (source.read(block)) {
                analyzer.accept(block);
                heard += block.frames();
                progress.report("analyse", fraction(heard, source.statedFrames()));
            }
            return analyzer.finish();
        }
    }

    private static double fraction(long heard, long stated) {
        return stated <= 0 ? -1 : Math.min(1, (double) heard / stated);
    }
}
