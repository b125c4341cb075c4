package io.auralis.agent.cli;

import io.auralis.agent.models.UpdateOutcome;
import io.auralis.agent.personal.ProfileVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports an update or a rollback, after the personal layer took the change of model in.
 *
 * @param outcome {@code up-to-date}, {@code available} or {@code changed}
 * @param from the model before
 * @param to the model now in force, or on offer
 * @param withdrawn whether the model before was withdrawn by its maintainers
 * @param changelog what is new in it; empty unless changed
 * @param personal what happened to the personal profile, a sentence per version made
 * @param own what became of the listener's own recording profiles; absent where he has none
 */
record ModelChange(
        String outcome,
        String from,
        String to,
        boolean withdrawn,
        List<String> changelog,
        List<String> personal,
        @Nullable String own) {
    ModelChange {
        changelog = List.copyOf(changelog);
        personal = List.copyOf(personal);
    }

    static ModelChange settle(UpdateOutcome outcome, Session session) {
        if (outcome instanceof UpdateOutcome.UpToDate same) {
            String version = same.active().toString();
            return new ModelChange("up-to-date", version, version, false, List.of(), List.of(), null);
        }
        if (outcome instanceof UpdateOutcome.Available offer) {
            return new ModelChange(
                    "available",
                    offer.active().toString(),
                    offer.offered().toString(),
                    offer.withdrawn(),
                    List.of(),
                    List.of(),
                    null);
        }
        UpdateOutcome.Changed changed = (UpdateOutcome.Changed) outcome;
        List<ProfileVersion> made = session.personalLayer()
                .rebase(changed.from().model(), changed.to().model());
        return new ModelChange(
                "changed",
                changed.from().model().version().toString(),
                changed.to().model().version().toString(),
                changed.withdrawn(),
                changed.to().changelog(),
                made.stream().map(ProfileVersion::reason).toList(),
                changed.own());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        switch (outcome) {
            case "up-to-date" -> lines.add("Base model " + from + " is in force and the newest.");
            case "available" ->
                lines.add("Base model " + to + " is on offer; " + from + " is in force"
                        + (withdrawn ? " but was withdrawn by its maintainers." : "."));
            default -> {
                lines.add("Base model " + to + " is in force now, instead of " + from
                        + (withdrawn ? ", which was withdrawn by its maintainers." : "."));
                changelog.forEach(change -> lines.add("  " + change));
                if (own != null) {
                    lines.add(own);
                }
                personal.forEach(change -> lines.add("Your profile: " + change));
            }
        }
        return lines;
    }
}
