package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Map;

/** What a listener likes otherwise than the base model. The planner knows no more of the personal layer than this. */
@FunctionalInterface
public interface PersonalTaste {
    /** Whoever has rated nothing yet. */
    PersonalTaste NONE = type -> Map.of();

    /** The parts that apply to a recording type; a dimension without one is left out. */
    Map<TasteDimension, PersonalPart> partsFor(RecordingType type);
}
