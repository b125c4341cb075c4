package io.auralis.engine.mastering;

import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.ToneBand;
import java.util.ArrayList;
import java.util.List;

/**
 * The tone equaliser's design: a shelf or bell per band. Neighbouring bands reach into each other, so the gains set are
 * not the gains wanted: they are solved (Newton's method) such that the whole response at each band's centre is what the
 * plan says.
 *
 * @param bands the bands that the sample rate can hold
 * @param settingsDb the gain set per band
 */
record ToneDesign(List<ToneBand> bands, List<Double> settingsDb, int sampleRateHz) {
    /** Close to half the sample rate a bell is no longer one. */
    private static final double HIGHEST_CENTRE = 0.45;

    private static final double PRECISION_DB = 1e-6;
    private static final int MOST_STEPS = 50;

    static ToneDesign of(MasteringPlan plan, int sampleRateHz) {
        List<ToneBand> bands = new ArrayList<>();
        for (ToneBand band : ToneBand.values()) {
            if (band.centreHz() < HIGHEST_CENTRE * sampleRateHz) {
                bands.add(band);
            }
        }
        // As fine as a plan's values: a match leaves rounding behind, which needs no filter.
        double[] wanted = bands.stream()
                .mapToDouble(band -> Math.rint(plan.equaliserDb(band) * 1e4) / 1e4)
                .toArray();
        double[] settings = solve(bands, wanted, sampleRateHz);
        List<Double> boxed = new ArrayList<>();
        for (double setting : settings) {
            boxed.add(setting);
        }
        return new ToneDesign(bands, boxed, sampleRateHz);
    }

    boolean flat() {
        return settingsDb.stream().allMatch(setting -> setting == 0);
    }

    List<BiquadCoefficients> coefficients() {
        List<BiquadCoefficients> made = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            made.add(section(bands.get(i), settingsDb.get(i), sampleRateHz));
        }
        return made;
    }

    private static BiquadCoefficients section(ToneBand band, double gainDb, int sampleRateHz) {
        // A bell's Q is its centre over its band's width.
        return switch (band) {
            case BASS -> BiquadCoefficients.lowShelf(250, gainDb, sampleRateHz);
            case LOW_MID -> BiquadCoefficients.peaking(band.centreHz(), 353.55 / 250, gainDb, sampleRateHz);
            case MID -> BiquadCoefficients.peaking(band.centreHz(), 1_000 / 1_500.0, gainDb, sampleRateHz);
            case TREBLE -> BiquadCoefficients.peaking(band.centreHz(), 3_464.1 / 4_000, gainDb, sampleRateHz);
            case AIR -> BiquadCoefficients.highShelf(6_000, gainDb, sampleRateHz);
        };
    }

    private static double[] solve(List<ToneBand> bands, double[] wanted, int sampleRateHz) {
        double[] settings = wanted.clone();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] response = response(bands, settings, sampleRateHz);
            double[] miss = new double[settings.length];
            double worst = 0;
            for (int i = 0; i < miss.length; i++) {
                miss[i] = wanted[i] - response[i];
                worst = Math.max(worst, Math.abs(miss[i]));
            }
            if (worst < PRECISION_DB) {
                return settings;
            }
            double[] change = LinearSystem.solve(slopes(bands, settings, response, sampleRateHz), miss);
            for (int i = 0; i < settings.length; i++) {
                settings[i] += change[i];
            }
        }
        return settings;
    }

    /** How much each centre moves (row) per dB of each setting (column). */
    private static double[][] slopes(List<ToneBand> bands, double[] settings, double[] response, int sampleRateHz) {
        double stepDb = 0.01;
        double[][] slopes = new double[settings.length][settings.length];
        for (int column = 0; column < settings.length; column++) {
            double[] moved = settings.clone();
            moved[column] += stepDb;
            double[] there = response(bands, moved, sampleRateHz);
            for (int row = 0; row < settings.length; row++) {
                slopes[row][column] = (there[row] - response[row]) / stepDb;
            }
        }
        return slopes;
    }

    private static double[] response(List<ToneBand> bands, double[] settings, int sampleRateHz) {
        double[] response = new double[settings.length];
        for (int i = 0; i < settings.length; i++) {
            BiquadCoefficients section = section(bands.get(i), settings[i], sampleRateHz);
            for (int at = 0; at < response.length; at++) {
                response[at] += section.gainDb(bands.get(at).centreHz(), sampleRateHz);
            }
        }
        return response;
    }
}
