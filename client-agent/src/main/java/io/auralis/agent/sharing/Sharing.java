package io.auralis.agent.sharing;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.tokens.TokenSource;
import io.auralis.agent.tokens.TokenStock;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteReport;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sharing as the listener meets it: consent, preview, send, withdraw. The home is locked while anything is changed, but
 * never while waiting for the server; the same entry sent by two processes at once counts once, by its number.
 */
public final class Sharing {
    private static final String CONSENT = "consent";
    private final AuralisHome home;
    private final Clock clock;
    private final JsonFolder<Consent> consents;
    private final JsonFolder<Receipt> receipts;
    private final SlotStore slots;
    private final Outbox outbox;
    private final TokenStock stock;
    private final SendMoment moment;
    private final Backoff backoff;

    public Sharing(AuralisHome home, Clock clock, SecureRandom random) {
        this.home = home;
        this.clock = clock;
        this.consents = new JsonFolder<>(home.sharing(), Consent.class);
        this.receipts = new JsonFolder<>(home.sharing().resolve("receipts"), Receipt.class);
        this.slots = new SlotStore(home, random);
        this.outbox = new Outbox(home);
        this.stock = new TokenStock(home);
        this.moment = new SendMoment(home, random);
        this.backoff = new Backoff(random);
    }

    /** Whether there was ever anything to do with sharing: one look at the disk, for commands that must be fast. */
    public static boolean isUntouched(AuralisHome home) {
        return !Files.exists(home.sharing().resolve(CONSENT + ".json"));
    }

    /** The last decision; empty before the first. */
    public Optional<Consent> consent() {
        return consents.find(CONSENT);
    }

    /** Whether a summary may leave this machine. */
    public boolean isOn() {
        return consent().filter(Consent::permitsSending).isPresent();
    }

    /** Records consent to the words in force, and draws the moment of the first sending. */
    public Consent enable(ServerAddress server) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Consent given = Consent.given(clock.instant(), server.toString());
            consents.put(CONSENT, given);
            moment.draw(clock.instant());
            return given;
        }
    }

    /** Takes consent back: what was not sent never will be. Harmless when sharing was never on. */
    public void disable() {
        try (HomeLock lock = HomeLock.acquire(home)) {
            consent().ifPresent(given -> consents.put(CONSENT, given.takenBack(clock.instant())));
            outbox.dropSubmissions();
            stock.clear();
        }
    }

    /** Drops summaries that wait to be sent, because what they summarise was deleted; withdrawals stay. */
    public void dropUnsent() {
        try (HomeLock lock = HomeLock.acquire(home)) {
            outbox.dropSubmissions();
        }
    }

    /** The submissions that sending these reports would mean, byte for byte; without those the server has already. */
    public List<ReportSubmission> preview(List<TasteReport> reports) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            return unsettled(reports);
        }
    }

    /**
     * Puts the reports' submissions into the outbox.
     *
     * @throws IllegalStateException if sharing is off: the caller must have asked {@link #isOn()}
     */
    public void queue(List<TasteReport> reports) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Consent given = consent()
                    .filter(Consent::permitsSending)
                    .orElseThrow(() -> new IllegalStateException("sharing is off"));
            for (ReportSubmission submission : unsettled(reports)) {
                outbox.add(OutboxEntry.submission(submission, given.server(), clock.instant()));
                String slot = Slot.of(submission.report()).name();
                slots.update(slot, state -> state.withQueued(submission.number()));
            }
        }
    }

    /**
     * Queues the withdrawal of every slot that may have reached the server, or of one.
     *
     * @param slot the slot's name, or empty for all
     * @return the names of the slots
     * @throws IllegalArgumentException if nothing of that slot was ever sent
     */
    public List<String> withdraw(Optional<String> slot) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            List<SlotState> chosen = slots.all().stream()
                    .filter(state -> state.queued() > 0)
                    .filter(state ->
                            slot.isEmpty() || slot.get().equals(state.slot().name()))
                    .toList();
            if (slot.isPresent() && chosen.isEmpty()) {
                throw new IllegalArgumentException(
                        "Nothing was ever sent for \"" + slot.get() + "\"; auralis share status lists what was.");
            }
            for (SlotState state : chosen) {
                long number = Math.max(state.number(), state.queued()) + 1;
                outbox.add(OutboxEntry.withdrawal(state, number, server(), clock.instant()));
                slots.update(state.slot().name(), queued -> queued.withQueued(number));
            }
            return chosen.stream().map(state -> state.slot().name()).toList();
        }
    }

    /**
     * Tells the server what waits in the outbox. Summaries go only while sharing is on; withdrawals always, since the
     * listener asked for them.
     *
     * @param exchange bounds how long one may take
     * @param most how many entries at most: the agent by itself sends one at a time, so that two reports of one person
     *     do not arrive together
     * @param evenEarly whether to try also what should wait, because the listener asked for it now
     */
    public SendSummary send(Exchange exchange, int most, boolean evenEarly) {
        Courier courier = new Courier(new Sender(exchange, clock), purse(exchange));
        List<String> accepted = new ArrayList<>();
        List<String> withdrawn = new ArrayList<>();
        List<SendSummary.Unsent> refused = new ArrayList<>();
        List<SendSummary.Unsent> waiting = new ArrayList<>();
        Instant now = clock.instant();
        List<OutboxEntry> due = outbox.all().stream()
                .filter(entry -> entry.isWithdrawal() || isOn())
                .filter(entry -> evenEarly || entry.isDue(now))
                .limit(most)
                .toList();
        for (OutboxEntry entry : due) {
            Answer answer = courier.tell(entry);
            try (HomeLock lock = HomeLock.acquire(home)) {
                if (answer instanceof Answer.NoWord none) {
                    OutboxEntry kept = entry.failed(none.why(), backoff.next(entry.attempts(), none.askedWait(), now));
                    outbox.keep(kept);
                    waiting.add(new SendSummary.Unsent(entry.slot(), none.why(), kept.notBefore()));
                } else if (answer instanceof Answer.Refused no) {
                    settle(entry, Receipt.Outcome.REFUSED, no.reason());
                    refused.add(new SendSummary.Unsent(entry.slot(), no.reason(), ""));
                } else {
                    settle(entry, entry.isWithdrawal() ? Receipt.Outcome.WITHDRAWN : Receipt.Outcome.ACCEPTED, null);
                    (entry.isWithdrawal() ? withdrawn : accepted).add(entry.slot());
                }
            }
        }
        return new SendSummary(accepted, withdrawn, refused, waiting);
    }

    /**
     * Fills the stock of tokens, after a session of sending, so that the next one's are there before. Does nothing with
     * sharing off.
     */
    public void stockUp(Exchange exchange) {
        if (isOn()) {
            purse(exchange).fill(ServerAddress.parse(server()));
        }
    }

    /** Whether the drawn moment has come. */
    public boolean isMomentCome() {
        Instant now = clock.instant();
        return !moment.due(now).isAfter(now);
    }

    /** Draws the next moment, once the one that came was acted on. */
    public void drawNextMoment() {
        moment.draw(clock.instant());
    }

    /** Whether the outbox holds something that may be sent now. */
    public boolean hasDueEntries() {
        Instant now = clock.instant();
        return outbox.all().stream().anyMatch(entry -> entry.isDue(now) && (entry.isWithdrawal() || isOn()));
    }

    public SharingStatus status() {
        List<OutboxEntry> waiting = outbox.all();
        List<SharingStatus.SlotStatus> states = slots.all().stream()
                .map(state -> new SharingStatus.SlotStatus(
                        state.slot().name(),
                        state.secret().reportId(),
                        state.number(),
                        state.accepted(),
                        stateOf(state, waiting)))
                .toList();
        String due = isOn() ? moment.due(clock.instant()).toString() : null;
        int tokens = consent().map(given -> stock.size(given.server())).orElse(0);
        return new SharingStatus(isOn(), consent().orElse(null), due, tokens, states, receipts.all());
    }

    private static String stateOf(SlotState state, List<OutboxEntry> waiting) {
        Optional<OutboxEntry> entry =
                waiting.stream().filter(e -> e.secret().equals(state.secret())).findFirst();
        if (entry.isPresent()) {
            return entry.get().isWithdrawal() ? "withdrawing" : "waiting";
        }
        if (!state.isUnsettled()) {
            return state.accepted() >= state.refused() ? "up to date" : "refused";
        }
        return "not sent";
    }

    /** Its random numbers are its own: whoever could foresee them could recognise a token. */
    private Purse purse(Exchange exchange) {
        return new Purse(home, slots, stock, new TokenSource(exchange, clock, new SecureRandom()));
    }

    private String server() {
        return consent()
                .map(Consent::server)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No server is known; name it with auralis enable-sharing --server URL."));
    }

    /** A slot whose withdrawal still waits is left alone: its next number belongs to the withdrawal. */
    private List<ReportSubmission> unsettled(List<TasteReport> reports) {
        Set<String> withdrawing = outbox.all().stream()
                .filter(OutboxEntry::isWithdrawal)
                .map(OutboxEntry::slot)
                .collect(Collectors.toSet());
        return reports.stream()
                .filter(report -> !withdrawing.contains(Slot.of(report).name()))
                .map(slots::summarise)
                .filter(SlotState::isUnsettled)
                .map(SlotState::submission)
                .toList();
    }

    private void settle(OutboxEntry entry, Receipt.Outcome outcome, @Nullable String reason) {
        outbox.settle(entry);
        receipts.put(
                entry.slot(),
                new Receipt(
                        entry.slot(),
                        entry.secret().reportId(),
                        entry.number(),
                        clock.instant().toString(),
                        outcome,
                        reason));
        switch (outcome) {
            case WITHDRAWN -> slots.remove(entry.slot());
            case ACCEPTED -> slots.update(entry.slot(), state -> state.withAccepted(entry.number()));
            case REFUSED -> slots.update(entry.slot(), state -> state.withRefused(entry.number()));
        }
    }
}
