package io.auralis.engine.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.meter.Meters;
import java.util.ArrayList;
import java.util.List;

/**
 * Every parameter of one mastering, in the order of the chain, decided before a sample is changed.
 *
 * @param parameters one per name of {@link PlannedParameter}
 * @param changesNothing whether the samples are to come out as they went in, bit for bit
 */
public record MasteringPlan(
        List<PlannedParameter> parameters, @JsonProperty boolean changesNothing) {
    public MasteringPlan {
        parameters = List.copyOf(parameters);
    }

    public MasteringPlan(List<PlannedParameter> parameters) {
        this(parameters, false);
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
        return new MasteringPlan(kept, true);
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

    /** What is applied for a parameter. */
    @JsonIgnore
    public double value(String name) {
        return parameter(name).finalValue();
    }
}
