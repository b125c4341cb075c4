package io.auralis.agent.sharing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What became of one round of sending, in slot names.
 *
 * @param accepted confirmed by the server
 * @param withdrawn taken back, confirmed
 * @param refused settled by a refusal, each with its reason
 * @param waiting kept in the outbox, each with the reason and the next attempt's time
 */
public record SendSummary(List<String> accepted, List<String> withdrawn, List<Unsent> refused, List<Unsent> waiting) {
    /** One entry that was not taken. */
    public record Unsent(String slot, String reason, String next) {}

    public SendSummary {
        accepted = List.copyOf(accepted);
        withdrawn = List.copyOf(withdrawn);
        refused = List.copyOf(refused);
        waiting = List.copyOf(waiting);
    }

    /** Whether there was nothing to tell. */
    @JsonIgnore
    public boolean isEmpty() {
        return accepted.isEmpty() && withdrawn.isEmpty() && refused.isEmpty() && waiting.isEmpty();
    }
}
