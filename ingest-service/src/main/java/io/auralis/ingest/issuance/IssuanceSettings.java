package io.auralis.ingest.issuance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a client gets. */
@ConfigMapping(prefix = "auralis.ingest.issuance")
interface IssuanceSettings {
    /**
     * Tokens a day for one client, that is for one IPv4 address or one IPv6 network of 64 bits. A listener with three
     * recording types on two kinds of gear needs 6 a month, and an agent's stock is 4; 30 leaves room for a household and
     * for a small office behind one address, and makes one address worth 30 voices a day at most.
     */
    @WithDefault("30")
    int dailyLimit();
}
