package io.auralis.engine.mastering;

import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.ToneBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The tone equaliser's design: a gain, and a staircase of high shelves, one at each edge between two bands. A shelf does
 * not overshoot, so from one band's centre to the next the response only rises or only falls, and it is level beyond the
 * outermost centres. What little of a step is missing at a centre is made up for: the settings are solved (Newton's
 * method) such that the response at each centre is what the plan says.
 *
 * @param bands the bands that the sample rate can hold, from the lowest up
 * @param gainDb of all frequencies
 * @param shelvesDb the gain set per shelf; shelf i is at the lower edge of band i + 1
 * @param sections of each shelf
 */
record ToneDesign(
        List<ToneBand> bands, double gainDb, List<Double> shelvesDb, List<Integer> sections, int sampleRateHz) {
    /** Close to half the sample rate a shelf has no room to reach its gain. */
    private static final double HIGHEST_CENTRE = 0.45;

    /**
     * Half an octave from its edge, where the low-mid band has its centre, a shelf's step must be over. Of 12 dB 0.36 were
     * missing with two sections, and what made up for them bulged as much at 700 Hz; 0.08 with three, 0.02 with four. So a
     * step of up to {@value} dB needs two sections only, for the same 0.02 dB.
     */
    private static final double TWO_SECTIONS_DB = 0.6;

    /** As above, for three. */
    private static final double THREE_SECTIONS_DB = 3;

    private static final double PRECISION_DB = 1e-6;
    private static final int MOST_STEPS = 50;

    ToneDesign {
        bands = List.copyOf(bands);
        shelvesDb = List.copyOf(shelvesDb);
        sections = List.copyOf(sections);
    }

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
        double[] steps = steps(wanted);
        List<Integer> sections =
                Arrays.stream(steps).skip(1).mapToObj(ToneDesign::sectionsFor).toList();
        ToneDesign design = of(bands, steps, sections, sampleRateHz);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] miss = design.responses();
            double worst = 0;
            for (int i = 0; i < miss.length; i++) {
                miss[i] = wanted[i] - miss[i];
                worst = Math.max(worst, Math.abs(miss[i]));
            }
            if (worst < PRECISION_DB) {
                return design;
            }
            double[] settings = design.settings();
            double[] change = LinearSystem.solve(design.slopes(), miss);
            for (int i = 0; i < settings.length; i++) {
                settings[i] += change[i];
            }
            design = of(bands, settings, sections, sampleRateHz);
        }
        return design;
    }

    private static int sectionsFor(double stepDb) {
        double step = Math.abs(stepDb);
        return step <= TWO_SECTIONS_DB ? 2 : step <= THREE_SECTIONS_DB ? 3 : 4;
    }

    boolean flat() {
        return gainDb == 0 && shelvesDb.stream().allMatch(setting -> setting == 0);
    }

    /** The sections of all shelves that do anything, the first of them with the gain of all frequencies. */
    List<BiquadCoefficients> coefficients() {
        List<BiquadCoefficients> made = new ArrayList<>();
        made.add(BiquadCoefficients.IDENTITY);
        for (ToneFilters.Shelf section : shelves()) {
            made.add(BiquadCoefficients.highShelf(section.frequencyHz(), section.q(), section.gainDb(), sampleRateHz));
        }
        if (made.size() > 1) {
            made.remove(0);
        }
        made.set(0, made.get(0).amplified(gainDb));
        return made;
    }

    /** What the equaliser does to frequencies, dB. */
    double[] responsesDb(DoubleStream hertz) {
        List<BiquadCoefficients> sections = coefficients();
        return hertz.map(one -> {
                    double response = 0;
                    for (BiquadCoefficients section : sections) {
                        response += section.gainDb(one, sampleRateHz);
                    }
                    return response;
                })
                .toArray();
    }

    /** The sections of all shelves that do anything, as what they are set to. */
    List<ToneFilters.Shelf> shelves() {
        List<ToneFilters.Shelf> made = new ArrayList<>();
        for (int shelf = 0; shelf < shelvesDb.size(); shelf++) {
            if (shelvesDb.get(shelf) != 0) {
                made.addAll(sectionsOf(shelf));
            }
        }
        return made;
    }

    /** The sections of a Butterworth shelf: each has its share of the gain, and the Q of one pair of poles. */
    private List<ToneFilters.Shelf> sectionsOf(int shelf) {
        int count = sections.get(shelf);
        double edgeHz = bands.get(shelf + 1).lowerEdgeHz();
        double shareDb = shelvesDb.get(shelf) / count;
        List<ToneFilters.Shelf> made = new ArrayList<>();
        for (int pair = 0; pair < count; pair++) {
            double q = 1 / (2 * Math.sin(Math.PI * (2 * pair + 1) / (4 * count)));
            made.add(new ToneFilters.Shelf(edgeHz, shareDb, q));
        }
        return made;
    }

    private double[] responses() {
        return responsesDb(bands.stream().mapToDouble(ToneBand::centreHz));
    }

    /** How much each centre moves (row) per dB of each setting (column). */
    private double[][] slopes() {
        double stepDb = 0.01;
        double[] here = responses();
        double[][] slopes = new double[here.length][here.length];
        for (int column = 0; column < here.length; column++) {
            double[] moved = settings();
            moved[column] += stepDb;
            double[] there = of(bands, moved, sections, sampleRateHz).responses();
            for (int row = 0; row < here.length; row++) {
                slopes[row][column] = (there[row] - here[row]) / stepDb;
            }
        }
        return slopes;
    }

    /** The gain and then the shelves, as one row of unknowns. */
    private double[] settings() {
        double[] settings = new double[1 + shelvesDb.size()];
        settings[0] = gainDb;
        for (int i = 0; i < shelvesDb.size(); i++) {
            settings[i + 1] = shelvesDb.get(i);
        }
        return settings;
    }

    private static ToneDesign of(List<ToneBand> bands, double[] settings, List<Integer> sections, int sampleRateHz) {
        List<Double> shelves = new ArrayList<>();
        for (int i = 1; i < settings.length; i++) {
            shelves.add(settings[i]);
        }
        return new ToneDesign(bands, settings[0], shelves, sections, sampleRateHz);
    }

    /** The settings of shelves so steep that they do not reach into each other. */
    private static double[] steps(double[] wanted) {
        double[] steps = wanted.clone();
        for (int i = 1; i < steps.length; i++) {
            steps[i] = wanted[i] - wanted[i - 1];
        }
        return steps;
    }
}
