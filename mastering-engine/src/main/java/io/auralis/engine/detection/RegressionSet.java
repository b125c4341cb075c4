package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.LabelledCase;
import java.util.List;

/**
 * A model's labelled cases as its regression set: what it answers right, a change of it must still answer right. Controls are
 * no part of it: that a new profile recognises what none was made for is its very purpose.
 */
public final class RegressionSet {
    private final List<LabelledCase> cases;

    public RegressionSet(List<LabelledCase> cases) {
        this.cases =
                cases.stream().filter(labelled -> !labelled.onlyCalibrates()).toList();
    }

    /** The cases that a model answers right: the type it gives is the case's own. */
    public List<LabelledCase> passed(BaseModel model) {
        Detector detector = new Detector(model);
        return cases.stream()
                .filter(labelled -> detector.detect(labelled.fingerprint()).type() == labelled.type())
                .toList();
    }

    /**
     * One case that a change breaks.
     *
     * @param labelled the case
     * @param answer what the changed model answers instead
     */
    public record Broken(LabelledCase labelled, Detection answer) {}

    /** The cases that the old model answers right and the new one does not, in the set's order. */
    public List<Broken> broken(BaseModel before, BaseModel after) {
        Detector detector = new Detector(after);
        return passed(before).stream()
                .map(labelled -> new Broken(labelled, detector.detect(labelled.fingerprint())))
                .filter(result -> result.answer().type() != result.labelled().type())
                .toList();
    }

    public int size() {
        return cases.size();
    }
}
