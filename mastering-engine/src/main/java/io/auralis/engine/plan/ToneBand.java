package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.ToneDb;
import io.auralis.contracts.taste.TasteDimension;
import java.util.function.ToDoubleFunction;

/** The five bands of the tone equaliser; their edges are the fingerprint's (design section 3). */
public enum ToneBand {
    // The centre of a band open to one side is the geometric mean of its edge and the outermost frequency that music
    // reliably holds there: 40 Hz below, 16 kHz above.
    BASS(TasteDimension.BASS, 0, 100, ToneDb::bass),
    LOW_MID(TasteDimension.LOW_MID, 250, 353.55, ToneDb::lowMid),
    MID(TasteDimension.MID, 500, 1_000, ToneDb::mid),
    TREBLE(TasteDimension.TREBLE, 2_000, 3_464.1, ToneDb::treble),
    AIR(TasteDimension.AIR, 6_000, 9_798, ToneDb::air);

    private final TasteDimension taste;
    private final double lowerEdgeHz;
    private final double centreHz;
    private final ToDoubleFunction<ToneDb> gain;

    ToneBand(TasteDimension taste, double lowerEdgeHz, double centreHz, ToDoubleFunction<ToneDb> gain) {
        this.taste = taste;
        this.lowerEdgeHz = lowerEdgeHz;
        this.centreHz = centreHz;
        this.gain = gain;
    }

    public TasteDimension taste() {
        return taste;
    }

    /** Where the band begins, and the one below it ends; 0 for the lowest. */
    public double lowerEdgeHz() {
        return lowerEdgeHz;
    }

    /** The frequency at which the band's gain is what the plan says. */
    public double centreHz() {
        return centreHz;
    }

    /** The parameter's name in a plan. */
    public String parameterName() {
        return taste.key();
    }

    double gainDb(ToneDb tone) {
        return gain.applyAsDouble(tone);
    }
}
