package io.auralis.agent.personal;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The personal layer for one gear: what is added to the base model's parameters.
 *
 * @param schema always {@value #SCHEMA}
 * @param version {@code 1.0}, {@code 1.1} and so on; empty before the first
 * @param gear the gear it is for
 * @param baseModel the model that the values are relative to
 * @param ratings how many ratings it rests on
 * @param learnsFrom number of the last rating at the last rollback: what was said before moves nothing any more
 * @param deltas the personal parts, by type and dimension
 */
public record PersonalProfile(
        String schema,
        String version,
        GearClass gear,
        SemanticVersion baseModel,
        int ratings,
        long learnsFrom,
        List<Delta> deltas) {
    public static final String SCHEMA = "personal-profile/1";

    private static final Comparator<Delta> ORDER =
            Comparator.comparing(Delta::type).thenComparing(Delta::dimension);

    public PersonalProfile {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("personal profile schema must be \"" + SCHEMA + "\"");
        }
        if (!version.isEmpty() && !version.matches("[0-9]{1,6}\\.[0-9]{1,6}")) {
            throw new IllegalArgumentException("a profile version is MAJOR.MINOR");
        }
        deltas = deltas.stream().sorted(ORDER).toList();
        for (Delta delta : deltas) {
            if (!(Math.abs(delta.value()) <= delta.dimension().limit() + 1e-9)) {
                throw new IllegalArgumentException(Words.name(delta.dimension()) + " is beyond its limit");
            }
        }
    }

    /** The profile before the first version: nothing is added. */
    static PersonalProfile none(GearClass gear, SemanticVersion baseModel) {
        return new PersonalProfile(SCHEMA, "", gear, baseModel, 0, 0, List.of());
    }

    public Optional<Delta> delta(RecordingType type, TasteDimension dimension) {
        return deltas.stream().filter(delta -> delta.is(type, dimension)).findFirst();
    }

    /** The version after this one: the minor number counts on, 1.9 is followed by 1.10. */
    String nextVersion() {
        if (version.isEmpty()) {
            return "1.0";
        }
        int dot = version.indexOf('.');
        return version.substring(0, dot + 1) + (Integer.parseInt(version.substring(dot + 1)) + 1);
    }

    /** The next version, with some deltas replaced or added. */
    PersonalProfile next(int newRatings, List<Delta> changed) {
        return new PersonalProfile(SCHEMA, nextVersion(), gear, baseModel, newRatings, learnsFrom, with(changed));
    }

    PersonalProfile learningFrom(long number) {
        return new PersonalProfile(SCHEMA, version, gear, baseModel, ratings, number, deltas);
    }

    /** The same profile, relative to another base model: what the listener hears stays the same. */
    PersonalProfile rebased(BaseModel from, BaseModel to) {
        List<Delta> shifted = deltas.stream()
                .map(delta -> delta.shifted(Rebase.shift(from, to, delta.profile(), delta.dimension())))
                .toList();
        return new PersonalProfile(SCHEMA, version, gear, to.version(), ratings, learnsFrom, shifted);
    }

    private List<Delta> with(List<Delta> changed) {
        List<Delta> all = new ArrayList<>(deltas);
        for (Delta one : changed) {
            all.removeIf(old -> old.is(one.type(), one.dimension()));
            all.add(one);
        }
        return all;
    }
}
