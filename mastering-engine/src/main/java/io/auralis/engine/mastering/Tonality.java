package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.MatchCurve;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes before dynamics.
 *
 * @param rumbleFilter whether DC and rumble are taken off
 * @param design the equaliser
 * @param phase of the equaliser
 * @param match the way to a reference's tone, or null
 */
record Tonality(
        boolean rumbleFilter,
        ToneDesign design,
        Phase phase,
        @Nullable MatchCurve match) {
    /** Fresh stages, in order; none where nothing is to be changed. */
    List<Stage> stages(AudioFormat format) {
        List<Stage> stages = new ArrayList<>();
        if (rumbleFilter) {
            stages.add(new FilterStage(format, List.of(FilterStage.rumble(format))));
        }
        if (match != null) {
            stages.add(new MatchStage(format, match));
        }
        if (!design.flat()) {
            stages.add(
                    switch (phase) {
                        case MINIMUM -> new FilterStage(format, design.coefficients());
                        case LINEAR -> new LinearPhaseEqualiser(format, design);
                    });
        }
        if (!stages.isEmpty()) {
            stages.add(new SinglePrecision());
        }
        return stages;
    }

    /** The same with a curve added to the match. */
    Tonality giving(MatchCurve more) {
        return new Tonality(rumbleFilter, design, phase, match == null ? more : match.plus(more));
    }
}
