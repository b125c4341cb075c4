package io.auralis.agent.sharing;

import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.TasteReport;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The slots with their secrets and numbers, one file each. Callers hold the home's lock while they change it. */
final class SlotStore {
    private final JsonFolder<SlotState> folder;
    private final SecureRandom random;

    SlotStore(AuralisHome home, SecureRandom random) {
        this.folder = new JsonFolder<>(home.sharing().resolve("slots"), SlotState.class);
        this.random = random;
    }

    List<SlotState> all() {
        return folder.all();
    }

    Optional<SlotState> find(String name) {
        return folder.find(name);
    }

    /** Changes a slot, if it is still there. */
    void update(String name, UnaryOperator<SlotState> change) {
        folder.find(name).ifPresent(slot -> folder.put(name, change.apply(slot)));
    }

    void remove(String name) {
        folder.remove(name);
    }

    /** Takes the newest summary in: unchanged, it keeps its number and so its bytes. */
    SlotState summarise(TasteReport report) {
        String name = Slot.of(report).name();
        SlotState now = folder.find(name)
                .map(slot -> slot.summarised(report))
                .orElseGet(() -> SlotState.first(ReportSecret.random(random), report));
        folder.put(name, now);
        return now;
    }
}
