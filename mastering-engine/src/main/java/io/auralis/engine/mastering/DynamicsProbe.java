package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Foretells in one pass what dynamics would do at each of a row of thresholds, lowering or raising: crest factor, mid and
 * side energies, and the bands' makeup. It rides the gains hop by hop and moves with them what it knows of a hop, a peak and
 * its parts, without touching samples, so its memory does not grow with the track. Two threads share the work: one measures
 * the hops, the other foretells what becomes of them.
 */
final class DynamicsProbe {
    /** Thresholds relative to the input's peak, which the equaliser may have raised. */
    private static final double HIGHEST_DB = 4;

    private static final double STEP_DB = 0.75;
    /** Down to 13 dB under the peak: lower ones would ride the music rather than its peaks. */
    private static final int THRESHOLDS = 24;

    /** A tone hardly ever moves the crest factor by more: of four metal mixes by 0.4 dB at most. */
    private static final double UNSURE_DB = 1;
    /** A threshold lies lower than the crest factor is to go by up to this: the makeup brings the peaks up again. */
    private static final double DEEPER_DB = 1.5;

    /** A second. */
    private static final int HOPS_PER_SECOND = 1_000;

    /**
     * Dynamics are for the peaks. Where they take more from the loudness range than this, or add more, they ride the music:
     * they pump.
     */
    private static final double MOST_RANGE_LU = 1;

    /**
     * Lowering stops where it would take more from one part of the spectrum than from another: what is nothing but a drum's
     * strokes cannot keep its level under lower peaks, and the drum would come out as another one.
     */
    private static final double MOST_TILT_DB = 3;

    /** 30 dB under the whole, a band's level is not what the tone is. */
    private static final double LEAST_SHARE = 1e-3;

    /** Raising is a matter of taste: it stops where a band whose peaks are most of it would be heard to come forward. */
    private static final double MOST_LEVEL_RAISED_DB = 1;

    /** More than are ever on their way at once. */
    private static final int MOST_BLOCKS = 64;

    private final HopMeter meter;
    /** The hops that each block completed. */
    private final BlockingQueue<HopBatch> measured = new ArrayBlockingQueue<>(MOST_BLOCKS);

    private final BlockingQueue<HopBatch> used = new ArrayBlockingQueue<>(MOST_BLOCKS);

    private final EnergyMeter whole;
    private final List<Foretold> lowering;
    private final List<Foretold> raising;
    /** Hops whose gain is not known yet. */
    private final MeasuredHop[] waiting = new MeasuredHop[BandRide.LOOK_AHEAD_HOPS + 1];

    private final double[] mids;
    private final double[] sides;
    private final RangeForecast range = new RangeForecast();
    private double loudness;
    private double peak;
    private int hops;

    /**
     * At all thresholds that there are.
     *
     * @param inputPeakDb the track's peak before the chain, dBFS or dBTP
     */
    DynamicsProbe(AudioFormat format, double inputPeakDb) {
        this(format, inputPeakDb, THRESHOLDS, THRESHOLDS);
    }

    /**
     * At those thresholds only that will be asked for if the tone moves the crest factor as little as tones do. The lower ones
     * are the dearest, since most milliseconds are over them.
     *
     * @param changeDb by how much the crest factor is to change, from before the tone
     */
    static DynamicsProbe towards(AudioFormat format, double inputPeakDb, double changeDb) {
        return new DynamicsProbe(format, inputPeakDb, thresholdsFor(-changeDb), thresholdsFor(changeDb));
    }

    private static int thresholdsFor(double changeDb) {
        if (changeDb < -UNSURE_DB) {
            return 0;
        }
        double lowest = HIGHEST_DB + Math.max(0, changeDb) + UNSURE_DB + DEEPER_DB;
        return Math.min(THRESHOLDS, 1 + (int) Math.ceil(lowest / STEP_DB));
    }

    private DynamicsProbe(AudioFormat format, double inputPeakDb, int lowering, int raising) {
        this.meter = new HopMeter(format);
        this.whole = new EnergyMeter(format);
        this.lowering = row(inputPeakDb, false, lowering);
        this.raising = row(inputPeakDb, true, raising);
        Arrays.setAll(waiting, i -> new MeasuredHop(meter.channels(), meter.bands()));
        this.mids = new double[BandEnergies.terms(meter.bands())];
        this.sides = new double[BandEnergies.terms(meter.bands())];
    }

    private List<Foretold> row(double inputPeakDb, boolean expands, int thresholds) {
        Foretold[] row = new Foretold[thresholds];
        Arrays.setAll(
                row,
                i -> new Foretold(
                        new DynamicsCurve(expands, inputPeakDb + HIGHEST_DB - i * STEP_DB),
                        meter.channels(),
                        meter.bands()));
        return List.of(row);
    }

    /** Both must hear each block; they may do so at the same time. */
    List<Consumer<AudioBlock>> parts() {
        return List.of(this::measure, this::foretell);
    }

    private void measure(AudioBlock block) {
        HopBatch batch = used.poll();
        batch = batch == null ? new HopBatch(meter.channels(), meter.bands()) : batch;
        try {
            meter.accept(block, batch);
        } finally {
            // Whatever happens, the other one does not wait for ever.
            measured.add(batch);
        }
    }

    private void foretell(AudioBlock block) {
        whole.accept(block);
        foretellNextBatch();
    }

    private void foretellNextBatch() {
        try {
            HopBatch batch = measured.take();
            for (int i = 0; i < batch.size(); i++) {
                next(batch, i);
            }
            batch.clear();
            used.add(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for audio", e);
        }
    }

    /** Hears the end. Call once, after the last block. */
    void finish() {
        int frames = meter.latencyFrames() + (BandRide.LOOK_AHEAD_HOPS + 2) * meter.hopFrames();
        AudioBlock silence = new AudioBlock(meter.channels(), frames);
        silence.setFrames(frames);
        measure(silence);
        foretellNextBatch();
    }

    private void next(HopBatch batch, int index) {
        // The ring's oldest hop is the one whose gain is known now.
        int slot = hops % waiting.length;
        MeasuredHop due = waiting[(hops + 1) % waiting.length];
        MeasuredHop latest = batch.exchange(index, waiting[slot]);
        waiting[slot] = latest;
        for (int term = 0; term < mids.length; term++) {
            mids[term] += latest.mids()[term];
            sides[term] += latest.sides()[term];
            loudness += term < meter.bands() ? latest.loudness(term) : 0;
        }
        peak = Math.max(peak, latest.highestPeak());
        double reach = due.reach();
        for (Foretold one : lowering) {
            one.next(latest, due, reach);
        }
        for (Foretold one : raising) {
            one.next(latest, due, reach);
        }
        hops++;
        if (hops % HOPS_PER_SECOND == 0) {
            endSecond();
        }
    }

    private void endSecond() {
        range.add(loudness);
        for (Foretold one : lowering) {
            one.endSecond(loudness);
        }
        for (Foretold one : raising) {
            one.endSecond(loudness);
        }
        loudness = 0;
    }

    /** Crest factor without dynamics, dB; 0 for silence. */
    double crestDb() {
        return peak == 0 ? 0 : Decibels.of(peak / whole.rms());
    }

    /** Energies without dynamics. */
    MidSide midSide() {
        return whole.midSide();
    }

    /**
     * The setting that brings the crest factor to a target, or nearest to it.
     *
     * @param wanted crest factor, dB
     * @return empty if lower thresholds than were probed may do more
     */
    Optional<DynamicsSetting> settingFor(double wanted) {
        double own = crestDb();
        if (wanted == own || peak == 0) {
            return Optional.of(DynamicsSetting.off(own, midSide()));
        }
        boolean raises = wanted > own;
        int sign = raises ? 1 : -1;
        DynamicsSetting best = DynamicsSetting.off(own, midSide());
        DynamicsSetting before = best;
        double strainBefore = 0;
        List<Foretold> row = raises ? raising : lowering;
        for (Foretold one : row) {
            DynamicsSetting here = setting(one);
            if (raises && here.levelsDb().stream().anyMatch(level -> level > MOST_LEVEL_RAISED_DB)) {
                return Optional.of(best);
            }
            double rangeMoved = Math.abs(one.rangeLu() - range.rangeLu());
            double strain = Math.max(rangeMoved / MOST_RANGE_LU, raises ? 0 : tiltDb(here) / MOST_TILT_DB);
            if (strain > 1) {
                double part = (1 - strainBefore) / (strain - strainBefore);
                double crest = before.crestDb() + part * (here.crestDb() - before.crestDb());
                DynamicsSetting last = between(before, here, sign * (crest - wanted) > 0 ? wanted : crest);
                return Optional.of(sign * (last.crestDb() - best.crestDb()) > 0 ? last : best);
            }
            if (sign * (here.crestDb() - wanted) >= 0) {
                return Optional.of(between(before, here, wanted));
            }
            strainBefore = strain;
            if (sign * (here.crestDb() - best.crestDb()) > 0) {
                best = here;
            }
            before = here;
        }
        return row.size() == THRESHOLDS ? Optional.of(best) : Optional.empty();
    }

    /** By how much more one band's level is changed than another's, of those that are a part of the tone. */
    private double tiltDb(DynamicsSetting setting) {
        double all = 0;
        for (int band = 0; band < meter.bands(); band++) {
            all += mids[band] + sides[band];
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int band = 0; band < meter.bands(); band++) {
            if (mids[band] + sides[band] > LEAST_SHARE * all) {
                lowest = Math.min(lowest, setting.levelsDb().get(band));
                highest = Math.max(highest, setting.levelsDb().get(band));
            }
        }
        return highest - lowest;
    }

    /** The setting between two thresholds at which the crest factor is what is wanted. */
    private DynamicsSetting between(DynamicsSetting before, DynamicsSetting here, double wanted) {
        double way = here.crestDb() - before.crestDb();
        double part = way == 0 ? 1 : (wanted - before.crestDb()) / way;
        Double[] makeup = new Double[meter.bands()];
        Double[] levels = new Double[meter.bands()];
        for (int band = 0; band < makeup.length; band++) {
            double makeupBefore = before.on() ? before.makeup().get(band) : 1;
            double levelBefore = before.on() ? before.levelsDb().get(band) : 0;
            makeup[band] = (1 - part) * makeupBefore + part * here.makeup().get(band);
            levels[band] = (1 - part) * levelBefore + part * here.levelsDb().get(band);
        }
        DynamicsCurve curve = here.requireCurve();
        double threshold = curve.thresholdDb() + STEP_DB * (1 - part);
        MidSide left = new MidSide(
                (1 - part) * before.midSide().mid() + part * here.midSide().mid(),
                (1 - part) * before.midSide().side() + part * here.midSide().side());
        return new DynamicsSetting(
                new DynamicsCurve(curve.expands(), threshold), List.of(makeup), List.of(levels), wanted, left);
    }

    private DynamicsSetting setting(Foretold one) {
        double[] makeup = one.makeup(mids, sides);
        MidSide own = whole.midSide();
        MidSide left = new MidSide(
                own.mid() * one.kept(makeup, mids, one.movedMids()),
                own.side() * one.kept(makeup, sides, one.movedSides()));
        double rms = whole.rms() * Math.sqrt((left.mid() + left.side()) / (own.mid() + own.side()));
        double crest = one.moved() ? Decibels.of(one.peak(makeup) / rms) : crestDb();
        Double[] levels = new Double[makeup.length];
        Arrays.setAll(levels, band -> Decibels.ofPower(one.powerLeft(mids, sides, band)) + Decibels.of(makeup[band]));
        return new DynamicsSetting(one.curve(), Arrays.stream(makeup).boxed().toList(), List.of(levels), crest, left);
    }
}
