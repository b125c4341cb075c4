package io.auralis.agent.personal;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import io.auralis.engine.plan.PersonalPart;
import java.util.ArrayList;
import java.util.List;

/** Takes the profile for the gear in use back to an earlier version. */
public final class Rollback {
    private final AuralisHome home;
    private final PersonalLayer layer;

    public Rollback(AuralisHome home, PersonalLayer layer) {
        this.home = home;
        this.layer = layer;
    }

    /**
     * Restores an earlier version as a new one. What was asked before now moves nothing any more, or learning would undo
     * the rollback at once.
     *
     * @throws IllegalArgumentException if there is no such version, or it is the current one
     */
    public ProfileVersion to(String version) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            PersonalProfile current = layer.current();
            if (current.version().equals(version)) {
                throw new IllegalArgumentException("Version " + version + " is the one in force.");
            }
            PersonalProfile target = layer.onActiveModel(layer.version(version));
            long now = layer.newestRating();
            List<Delta> restored = new ArrayList<>();
            for (Delta delta : current.deltas()) {
                restored.add(target.delta(delta.type(), delta.dimension())
                        .map(then -> restored(then, version, now))
                        .orElseGet(() -> restored(
                                delta, layer.start(current.gear(), delta.profile(), delta.dimension()), version, now)));
            }
            target.deltas().stream()
                    .filter(then -> current.delta(then.type(), then.dimension()).isEmpty())
                    .forEach(then -> restored.add(restored(then, version, now)));
            return layer.commit(
                    current.next(layer.ratings(current.gear()).size(), restored).learningFrom(now),
                    "rolled back to " + version);
        }
    }

    private static Delta restored(Delta then, String version, long now) {
        return restored(then, new PersonalPart(then.value(), then.evidence()), version, now);
    }

    private static Delta restored(Delta entry, PersonalPart value, String version, long now) {
        return Delta.decided(
                Delta.Origin.RESTORED,
                entry.type(),
                entry.dimension(),
                value.delta(),
                "restored from " + version + ": " + value.reason(),
                entry.profile(),
                now);
    }
}
