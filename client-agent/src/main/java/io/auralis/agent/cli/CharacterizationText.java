package io.auralis.agent.cli;

import io.auralis.agent.signature.Characterization;
import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.ProfileFit;
import io.auralis.agent.signature.Spread;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A library's signature in words. */
final class CharacterizationText {
    private CharacterizationText() {}

    static List<String> lines(Characterization signature, BaseModel model, @Nullable Draft draft) {
        List<String> lines = new ArrayList<>();
        lines.add(signature.tracks() + " tracks beside base model " + model.version() + ": " + types(signature.types())
                + ".");
        lines.add("");
        lines.addAll(spreads(signature.features()));
        for (ProfileFit fit : signature.profiles()) {
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "%s (%s): mean confidence %.2f, best for %.0f %%, recognises %.0f %%",
                    fit.profile(),
                    fit.family(),
                    fit.confidence(),
                    fit.best() * 100,
                    fit.recognised() * 100));
            fit.rules().forEach(rule -> lines.add("  " + rule(rule)));
        }
        lines.add("");
        if (draft == null) {
            lines.add("No region is denser than the rest, so no profile was drafted.");
        } else {
            lines.addAll(draft(draft));
        }
        return lines;
    }

    /** A draft: what it is of, and its ranges. */
    static List<String> draft(Draft draft) {
        Characterization.Cluster cluster = draft.cluster();
        List<String> lines = new ArrayList<>();
        lines.add("Draft " + draft.name() + ": " + cluster.tracks() + " of " + draft.libraryTracks()
                + " tracks lie close together; base model " + draft.baseModel() + " takes them for "
                + types(cluster.types()) + ", nearest " + cluster.nearest() + ".");
        lines.addAll(spreads(cluster.features()));
        lines.add(String.format(
                Locale.ROOT,
                "Its profile %s (%s): mean and %.2f standard deviations, which hold %.0f %% of them at once:",
                draft.profile().id(),
                draft.profile().family(),
                cluster.deviations(),
                cluster.covered() * 100));
        for (EvidenceRule rule : draft.profile().rules()) {
            Double from = rule.from();
            Double to = rule.to();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %s to %s, fading over %s: %.2f points",
                    rule.feature().key(),
                    from == null ? "" : number(from),
                    quantity(rule.feature(), to == null ? 0 : to),
                    number(rule.fadeAbove()),
                    rule.points()));
        }
        return lines;
    }

    private static List<String> spreads(List<Spread> spreads) {
        Table table = new Table().row("", "mean", "deviation", "least", "greatest");
        spreads.forEach(spread -> table.row(
                spread.feature().key(),
                quantity(spread.feature(), spread.mean()),
                number(spread.deviation()),
                number(spread.low()),
                number(spread.high())));
        return table.lines();
    }

    private static String rule(ProfileFit.RuleFit rule) {
        Double from = rule.from();
        Double to = rule.to();
        String wanted = from == null
                ? "at most " + number(to == null ? 0 : to)
                : to == null ? "at least " + number(from) : number(from) + " to " + number(to);
        String off = rule.off() == 0
                ? "agrees"
                : quantity(rule.feature(), Math.abs(rule.off())) + (rule.off() < 0 ? " too low" : " too high");
        return String.format(
                Locale.ROOT,
                "%s %s, wanted %s: %s (%.0f %% of the tracks inside)",
                rule.feature().key(),
                quantity(rule.feature(), rule.mean()),
                wanted,
                off,
                rule.inside() * 100);
    }

    private static String types(Map<RecordingType, Integer> types) {
        return types.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String quantity(FingerprintDimension feature, double value) {
        boolean share = feature.unit().contains("..") || feature.unit().equals("fraction");
        return share ? number(value) : number(value) + " " + feature.unit();
    }

    private static String number(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
