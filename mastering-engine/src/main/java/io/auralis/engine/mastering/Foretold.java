package io.auralis.engine.mastering;

import java.util.Arrays;

/** What dynamics under one curve would make of a track, as far as it was heard. */
final class Foretold {
    /** More would bring up what lies between the peaks, such as a bass drum's rumble. */
    private static final double MOST_MAKEUP_DB = 2;

    private static final double MOST_MAKEUP = Decibels.toRatio(MOST_MAKEUP_DB);

    private final DynamicsCurve curve;
    private final BandRides rides;
    private final double[] last;
    private final double[] powers;
    /** By how much the terms of {@link BandEnergies} are other than before. */
    private final double[] movedMids;

    private final double[] movedSides;
    /** The highest peaks that are left, of those that most of each band is in: which is highest depends on the makeup. */
    private final double[] peaks;

    private final double[][] parts;
    /** What one of those peaks will have under any makeup. */
    private double surePeak;

    private final RangeForecast range = new RangeForecast();
    private double movedLoudness;
    private boolean moved;

    Foretold(DynamicsCurve curve, int channels, int bands) {
        this.curve = curve;
        this.rides = new BandRides(curve, bands);
        this.last = new double[bands];
        Arrays.fill(last, 1);
        this.powers = new double[BandEnergies.terms(bands)];
        this.movedMids = new double[BandEnergies.terms(bands)];
        this.movedSides = new double[BandEnergies.terms(bands)];
        this.peaks = new double[bands];
        this.parts = new double[bands][bands];
    }

    DynamicsCurve curve() {
        return curve;
    }

    /** @param loudness of the second that has passed, before anything was moved */
    void endSecond(double loudness) {
        range.add(loudness + movedLoudness);
        movedLoudness = 0;
    }

    /** Loudness range that is left, LU. */
    double rangeLu() {
        return range.rangeLu();
    }

    /** Whether any peak was over the curve's floor. */
    boolean moved() {
        return moved;
    }

    double[] movedMids() {
        return movedMids;
    }

    double[] movedSides() {
        return movedSides;
    }

    /**
     * @param latest what was heard last
     * @param due the hop whose gains follow from it
     * @param reach its {@link MeasuredHop#reach()}
     */
    void next(MeasuredHop latest, MeasuredHop due, double reach) {
        if (!rides.next(latest.hop())) {
            // All peaks are under the curve's floor, and whatever was moved is left over it.
            return;
        }
        moved = true;
        double[] gains = rides.gains();
        if (reach * highestGain() * MOST_MAKEUP > surePeak) {
            for (int channel = 0; channel < due.hop().channels(); channel++) {
                addPeak(due.hop().parts(channel), last);
                addPeak(due.hop().parts(channel), gains);
                addPeak(due.upperParts(channel), last);
                addPeak(due.upperParts(channel), gains);
            }
        }
        BandEnergies.powers(last, gains, powers);
        add(due.mids(), movedMids);
        add(due.sides(), movedSides);
        for (int band = 0; band < gains.length; band++) {
            movedLoudness += (powers[band] - 1) * due.loudness(band);
            last[band] = gains[band];
        }
    }

    private void add(double[] terms, double[] moved) {
        for (int term = 0; term < moved.length; term++) {
            moved[term] += (powers[term] - 1) * terms[term];
        }
    }

    private void addPeak(double[] of, double[] gains) {
        double left = 0;
        int most = 0;
        double highest = 0;
        for (int band = 0; band < gains.length; band++) {
            double part = of[band] * gains[band];
            left += part;
            if (part > highest) {
                highest = part;
                most = band;
            }
        }
        if (left > peaks[most]) {
            peaks[most] = left;
            double sure = 0;
            for (int band = 0; band < gains.length; band++) {
                double part = of[band] * gains[band];
                parts[most][band] = part;
                sure += part > 0 ? part / MOST_MAKEUP : part * MOST_MAKEUP;
            }
            surePeak = Math.max(surePeak, sure);
        }
    }

    private double highestGain() {
        double highest = 1;
        if (curve.expands()) {
            for (int band = 0; band < last.length; band++) {
                highest = Math.max(highest, Math.max(last[band], rides.gains()[band]));
            }
        }
        return highest;
    }

    /** The gains, linear, that give the bands their power back, as far as {@value #MOST_MAKEUP_DB} dB do. */
    double[] makeup(double[] mids, double[] sides) {
        double[] makeup = new double[last.length];
        Arrays.setAll(makeup, band -> {
            double lostDb = -Decibels.ofPower(powerLeft(mids, sides, band));
            return Decibels.toRatio(Math.max(-MOST_MAKEUP_DB, Math.min(MOST_MAKEUP_DB, lostDb)));
        });
        return makeup;
    }

    /** What is left of a band's power before makeup, as a part of it. */
    double powerLeft(double[] mids, double[] sides, int band) {
        double before = mids[band] + sides[band];
        double after = before + movedMids[band] + movedSides[band];
        return before <= 0 || after <= 0 ? 1 : after / before;
    }

    /** The highest peak under makeup gains, linear. */
    double peak(double[] makeup) {
        double highest = 0;
        for (double[] one : parts) {
            double sum = 0;
            for (int band = 0; band < makeup.length; band++) {
                sum += makeup[band] * one[band];
            }
            highest = Math.max(highest, sum);
        }
        return highest;
    }

    /** What is left of an energy under makeup gains, as a part of it. */
    double kept(double[] makeup, double[] before, double[] moved) {
        double all = 0;
        double left = 0;
        BandEnergies.powers(makeup, makeup, powers);
        for (int term = 0; term < before.length; term++) {
            all += before[term];
            left += powers[term] * (before[term] + moved[term]);
        }
        return all <= 0 ? 1 : Math.max(0, left / all);
    }
}
