package io.auralis.engine.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.match.MatchCurve;
import io.auralis.engine.meter.Meters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every parameter of one mastering, in the order of the chain, decided before a sample is changed.
 *
 * @param parameters one per name of {@link PlannedParameter}
 * @param untouched the aspects whose stages stay out of the chain; without the loudness, the track's own is kept, by a
 *     gain where another stage moves it
 * @param match the way to a reference's tone, or null; the tone parameters hold its mean around each band
 */
public record MasteringPlan(
        List<PlannedParameter> parameters,
        Set<Aspect> untouched,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MatchCurve match) {
    public MasteringPlan {
        parameters = List.copyOf(parameters);
        Set<Aspect> copy = EnumSet.noneOf(Aspect.class);
        copy.addAll(untouched);
        // In the order of the aspects, so that the same plan is the same JSON.
        untouched = Collections.unmodifiableSet(copy);
    }

    public MasteringPlan(List<PlannedParameter> parameters) {
        this(parameters, Set.of(), null);
    }

    /** Whether the samples are to come out as they went in, bit for bit. */
    @JsonProperty
    public boolean changesNothing() {
        return untouched.containsAll(EnumSet.allOf(Aspect.class));
    }

    /**
     * The plan that leaves a track as it is: "do nothing" is a legal answer.
     *
     * @param reason why, in words
     */
    public static MasteringPlan identity(Fingerprint fingerprint, Meters before, String reason) {
        List<PlannedParameter> kept = new ArrayList<>();
        for (ToneBand band : ToneBand.values()) {
            kept.add(new PlannedParameter(band.parameterName(), 0, 0, 0, "dB", reason));
        }
        double width = fingerprint.has(FingerprintDimension.STEREO_WIDTH)
                ? fingerprint.value(FingerprintDimension.STEREO_WIDTH)
                : 0;
        kept.add(own("punch", before.crestDb(), "dB", reason));
        kept.add(own("width", width, "", reason));
        kept.add(own("loudness", before.integratedLufs(), "LUFS", reason));
        kept.add(own("ceiling", before.truePeakDbtp(), "dBTP", reason));
        return new MasteringPlan(kept, EnumSet.allOf(Aspect.class), null);
    }

    private static PlannedParameter own(String name, double value, String unit, String reason) {
        return new PlannedParameter(name, value, 0, value, unit, reason);
    }

    /** @throws IllegalArgumentException if the plan has no parameter of that name */
    public PlannedParameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no " + name));
    }

    /**
     * The same with another loudness.
     *
     * @param words what is added to its reason
     */
    public MasteringPlan withLoudness(double lufs, String words) {
        List<PlannedParameter> changed = parameters.stream()
                .map(one -> one.name().equals("loudness") ? one.with(lufs, "; " + words) : one)
                .toList();
        return new MasteringPlan(changed, untouched, match);
    }

    /** What is applied for a parameter. */
    @JsonIgnore
    public double value(String name) {
        return parameter(name).finalValue();
    }

    /** What the tone equaliser is to do in a band, dB: all of the parameter that no match does already. */
    public double equaliserDb(ToneBand band) {
        double planned = value(band.parameterName());
        return match == null ? planned : planned - match.aroundDb(band.centreHz());
    }
}
