package io.auralis.engine.album;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The tracks of an album as if they were one. */
public final class Album {
    /** Shares of energy: those of the whole are the tracks' by their energy. All others are means over time. */
    private static final Set<FingerprintDimension> OF_ENERGY = EnumSet.of(
            FingerprintDimension.SUB_BASS_PCT,
            FingerprintDimension.BASS_PCT,
            FingerprintDimension.LOW_MID_PCT,
            FingerprintDimension.MID_PCT,
            FingerprintDimension.UPPER_MID_PCT,
            FingerprintDimension.PRESENCE_PCT,
            FingerprintDimension.AIR_PCT,
            FingerprintDimension.STEREO_WIDTH,
            FingerprintDimension.PHASE_CORRELATION);

    private final List<HeardTrack> tracks;

    /** @throws IllegalArgumentException if there is no track */
    public Album(List<HeardTrack> tracks) {
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("an album needs a track");
        }
        this.tracks = List.copyOf(tracks);
    }

    public List<HeardTrack> tracks() {
        return tracks;
    }

    /** Loudness and its range over all blocks together, the highest peaks and levels, the mean crest factor over time. */
    public Meters meters() {
        LoudnessBlocks all = LoudnessBlocks.together(
                tracks.stream().map(HeardTrack::loudness).toList());
        double crest = mean(track -> track.meters().crestDb(), HeardTrack::seconds);
        return new Meters(
                all.integratedLufs(),
                all.loudnessRangeLu(),
                highest(Meters::maxShortTermLufs),
                highest(Meters::maxMomentaryLufs),
                highest(Meters::truePeakDbtp),
                highest(Meters::truePeak16xDbtp),
                crest);
    }

    private double highest(ToDoubleFunction<Meters> reading) {
        return tracks.stream()
                .map(HeardTrack::meters)
                .mapToDouble(reading)
                .max()
                .orElseThrow();
    }

    /** Means of the tracks' dimensions, weighted by energy or length; the loudness is that of {@link #meters()}. */
    public Fingerprint fingerprint() {
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            ToDoubleFunction<HeardTrack> weight = OF_ENERGY.contains(dimension) ? Album::energy : HeardTrack::seconds;
            values.put(dimension, mean(track -> track.fingerprint().value(dimension), weight));
        }
        double lufs = meters().integratedLufs();
        if (Double.isFinite(lufs)) {
            values.put(FingerprintDimension.LUFS, lufs);
        }
        return Fingerprint.of(values);
    }

    /** The tone of all that is heard, one after the other; empty unless every track's is known. */
    public Optional<TonalBalance> balance() {
        List<TonalBalance> all =
                tracks.stream().flatMap(track -> track.balance().stream()).toList();
        return all.size() == tracks.size() ? Optional.of(TonalBalance.together(all)) : Optional.empty();
    }

    /** Of the tracks' formats the one with most in it: sides where a single track has them, the highest rate. */
    public AudioFormat format() {
        return tracks.stream()
                .map(HeardTrack::format)
                .max(Comparator.<AudioFormat, Boolean>comparing(format -> format.channels() == 2)
                        .thenComparing(AudioFormat::sampleRateHz))
                .orElseThrow();
    }

    private static double energy(HeardTrack track) {
        return track.seconds() * StrictMath.pow(10, track.meters().integratedLufs() / 10);
    }

    /** Where nothing has weight, such as the energy of silence, all tracks count alike. */
    private double mean(ToDoubleFunction<HeardTrack> value, ToDoubleFunction<HeardTrack> weight) {
        double sum = tracks.stream().mapToDouble(weight).sum();
        return tracks.stream()
                .mapToDouble(track -> value.applyAsDouble(track)
                        * (sum > 0 ? weight.applyAsDouble(track) / sum : 1.0 / tracks.size()))
                .sum();
    }
}
