package io.auralis.agent.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where sharing stands.
 *
 * @param sharing whether a summary may leave this machine now
 * @param consent the last decision; absent before the first
 * @param due when the agent sends next by itself, UTC, ISO-8601; absent while sharing is off
 * @param tokens contribution tokens in stock for the server
 * @param slots what exists per slot
 * @param receipts the server's last settled words
 */
public record SharingStatus(
        boolean sharing,
        @Nullable Consent consent,
        @Nullable String due,
        int tokens,
        List<SlotStatus> slots,
        List<Receipt> receipts) {
    /**
     * @param slot the slot's name
     * @param id the report id
     * @param number of the newest summary
     * @param accepted the highest number the server confirmed; 0 before the first
     * @param state {@code up to date}, {@code not sent}, {@code waiting}, {@code withdrawing} or {@code refused}
     */
    public record SlotStatus(String slot, String id, long number, long accepted, String state) {}

    public SharingStatus {
        slots = List.copyOf(slots);
        receipts = List.copyOf(receipts);
    }
}
