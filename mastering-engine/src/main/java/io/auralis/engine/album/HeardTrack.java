package io.auralis.engine.album;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;
import java.util.Optional;

/**
 * What an album has to know of one of its tracks.
 *
 * @param name of its file
 * @param format of its samples
 * @param fingerprint all 25 dimensions
 * @param meters the meters' readings
 * @param loudness its blocks, to be put together with the others'
 * @param seconds its length
 * @param balance its tone; empty unless a reference is to be matched
 */
public record HeardTrack(
        String name,
        AudioFormat format,
        Fingerprint fingerprint,
        Meters meters,
        LoudnessBlocks loudness,
        double seconds,
        Optional<TonalBalance> balance) {}
