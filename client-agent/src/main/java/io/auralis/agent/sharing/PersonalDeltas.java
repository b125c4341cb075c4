package io.auralis.agent.sharing;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;

/** Where the personal profile stands against the base model in force. */
@FunctionalInterface
public interface PersonalDeltas {
    /** @return in the dimension's unit; 0 where nothing was learned */
    double delta(GearClass gear, RecordingType type, TasteDimension dimension);
}
