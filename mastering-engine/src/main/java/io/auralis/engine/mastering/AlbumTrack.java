package io.auralis.engine.mastering;

import io.auralis.engine.album.HeardTrack;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.declip.Clipping;
import io.auralis.engine.declip.DeclippedTrack;
import io.auralis.engine.meter.Meters;
import java.nio.file.Path;

/**
 * A track of an album that was heard.
 *
 * @param input the file
 * @param source the file's meters
 * @param heard what is to be mastered: the input, or the input with its clipped samples restored
 * @param clipping where the input is cut off
 * @param declip what was done to clipped samples
 */
public record AlbumTrack(Path input, Meters source, HeardTrack heard, Clipping clipping, DeclipReport declip) {
    /** What is to be mastered. Clipped samples are restored anew each time: an album's would fill the memory. */
    AudioTrack of(AudioTrack file) {
        return declip.restored().isPresent() ? new DeclippedTrack(file, clipping) : file;
    }
}
