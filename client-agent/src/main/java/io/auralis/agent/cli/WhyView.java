package io.auralis.agent.cli;

import io.auralis.agent.personal.Explanation;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.taste.TasteDimension;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a part of the profile is what it is, as {@code profile show --why} prints it. */
final class WhyView {
    private WhyView() {}

    static List<String> lines(Explanation why) {
        TasteDimension dimension = why.dimension();
        List<String> lines = new ArrayList<>();
        lines.add(why.type() + " " + Words.name(dimension) + " is " + Words.signed(dimension, why.value()) + ": "
                + why.evidence() + ".");
        lines.add("You seem to want " + Words.signed(dimension, why.estimate()) + " ("
                + Words.interval(dimension, why.low(), why.high()) + "); it adds up so:");
        Table table =
                new Table().row("", "no.", "date", "track", "stars", "what was said", "speaks for", "weight", "share");
        why.pieces().forEach(piece -> table.row(row(why, piece)));
        table.row(
                "",
                "",
                "",
                "",
                "",
                why.start(),
                Words.signed(dimension, why.startValue()),
                "",
                share(why.startShare()));
        double sum = why.startShare()
                + why.pieces().stream().mapToDouble(Explanation.Piece::share).sum();
        table.row("", "", "", "", "", "", "", "sum", share(sum));
        lines.addAll(table.lines());
        lines.add("Next version: "
                + (why.standing().moves()
                        ? Words.signed(dimension, why.standing().next())
                        : "stays") + "; "
                + why.standing().reason() + ".");
        return lines;
    }

    private static String[] row(Explanation why, Explanation.Piece piece) {
        String said = piece.comment().isEmpty() ? piece.says() : "\"" + piece.comment() + "\" (" + piece.says() + ")";
        return new String[] {
            piece.type() == why.type() ? "" : piece.type().name(),
            Long.toString(piece.number()),
            piece.at().atZone(ZoneOffset.UTC).toLocalDate().toString(),
            piece.track(),
            piece.stars() == null ? "" : piece.stars().toString(),
            said,
            Words.signed(why.dimension(), piece.target()),
            String.format(Locale.ROOT, "%.2f", piece.weight()),
            share(piece.share())
        };
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%+.3f", share);
    }
}
