package io.auralis.agent.library;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Many fingerprints in one array, tracks x 25 in canonical order: 100,000 take 20 MB, a twentieth of what as many maps
 * would.
 */
public final class PackedFingerprints {
    private static final FingerprintDimension[] DIMENSIONS = FingerprintDimension.values();

    private long[] ids = new long[1024];
    private double[] values = new double[1024 * DIMENSIONS.length];
    private int size;

    /** @param id of the track, 0 where it is of no store */
    public void add(long id, Fingerprint fingerprint) {
        int at = grow(id);
        for (FingerprintDimension dimension : DIMENSIONS) {
            values[at + dimension.ordinal()] = fingerprint.value(dimension);
        }
    }

    void add(long id, byte[] packed) {
        int at = grow(id);
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values, at, DIMENSIONS.length);
    }

    private int grow(long id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            values = Arrays.copyOf(values, values.length * 2);
        }
        ids[size] = id;
        return size++ * DIMENSIONS.length;
    }

    public int size() {
        return size;
    }

    public long id(int track) {
        return ids[track];
    }

    /** One dimension of one track, in its unit. */
    public double value(int track, FingerprintDimension dimension) {
        return values[track * DIMENSIONS.length + dimension.ordinal()];
    }

    /** One track's as a fingerprint. */
    public Fingerprint fingerprint(int track) {
        Map<FingerprintDimension, Double> all = new EnumMap<>(FingerprintDimension.class);
        for (FingerprintDimension dimension : DIMENSIONS) {
            all.put(dimension, value(track, dimension));
        }
        return Fingerprint.of(all);
    }

    /** As the store keeps one: 25 doubles in canonical order, little endian. */
    static byte[] packed(Fingerprint fingerprint) {
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSIONS.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (FingerprintDimension dimension : DIMENSIONS) {
            bytes.putDouble(fingerprint.value(dimension));
        }
        return bytes.array();
    }
}
