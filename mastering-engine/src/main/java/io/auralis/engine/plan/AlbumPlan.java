package io.auralis.engine.plan;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.meter.Meters;
import java.util.List;

/**
 * One plan for the tracks of an album: the same tone and ceiling for all; width, crest factor and loudness are moved by
 * what the album's are, so that what tells the tracks apart stays.
 */
public final class AlbumPlan {
    private final MasteringPlan whole;
    private final double width;
    private final Meters before;
    private final String words;

    /**
     * @param whole what was planned for the album as if it were one track
     * @param fingerprint the album's
     * @param before the album's meters
     * @param tracks how many there are
     */
    public AlbumPlan(MasteringPlan whole, Fingerprint fingerprint, Meters before, int tracks) {
        this.whole = whole;
        this.width = width(fingerprint);
        this.before = before;
        this.words = "; album: one decision for " + tracks + (tracks == 1 ? " track" : " tracks");
    }

    /** The plan of the album as if it were one track. */
    public MasteringPlan whole() {
        return whole;
    }

    /**
     * The plan of one of its tracks. A loudness may lie outside what an album's may, else a quiet track would not stay
     * as quiet as it is.
     *
     * @param own the track's fingerprint
     * @param meters the track's meters
     */
    public MasteringPlan of(Fingerprint own, Meters meters) {
        if (whole.changesNothing()) {
            return MasteringPlan.identity(own, meters, "nothing is changed, as asked" + words);
        }
        List<PlannedParameter> parameters = whole.parameters().stream()
                .map(parameter -> switch (parameter.name()) {
                    case "punch" -> punch(parameter, meters.crestDb());
                    case "width" -> width(parameter, width(own));
                    case "loudness" -> loudness(parameter, meters.integratedLufs());
                    default -> parameter.with(parameter.finalValue(), words);
                })
                .toList();
        return new MasteringPlan(parameters, whole.untouched(), whole.match());
    }

    private PlannedParameter punch(PlannedParameter album, double own) {
        double moved = own + album.finalValue() - before.crestDb();
        return album.with(
                LegalRange.PUNCH.keep(moved),
                words + ", from this track's own " + Words.number(own) + " dB by "
                        + Words.signed(album.finalValue() - before.crestDb()) + LegalRange.PUNCH.words(moved, "dB"));
    }

    /** All sides get the same gain: side over mid energy is multiplied alike. */
    private PlannedParameter width(PlannedParameter album, double own) {
        LegalRange range = LegalRange.width(own);
        boolean bothHaveSides = own > 0 && own < 1 && width > 0 && width < 1 && album.finalValue() < 1;
        double sides = bothHaveSides ? odds(own) * odds(album.finalValue()) / odds(width) : 0;
        double moved = bothHaveSides ? sides / (1 + sides) : own;
        return album.with(
                range.keep(moved),
                words + ", from this track's own " + Words.number(own) + " as the album's from " + Words.number(width)
                        + " to " + Words.number(album.finalValue()) + range.words(moved, ""));
    }

    private PlannedParameter loudness(PlannedParameter album, double own) {
        if (Double.isInfinite(own) || Double.isInfinite(before.integratedLufs())) {
            return album.with(album.finalValue(), words + ", too quiet or short to measure: left as it is");
        }
        double over = own - before.integratedLufs();
        return album.with(
                album.finalValue() + over,
                words + ", this track " + Words.number(Math.abs(over)) + " LU " + (over < 0 ? "under" : "over")
                        + " it as before");
    }

    private static double odds(double width) {
        return width / (1 - width);
    }

    private static double width(Fingerprint fingerprint) {
        return fingerprint.has(FingerprintDimension.STEREO_WIDTH)
                ? fingerprint.value(FingerprintDimension.STEREO_WIDTH)
                : 0;
    }
}
