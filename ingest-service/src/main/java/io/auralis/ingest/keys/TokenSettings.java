package io.auralis.ingest.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Contribution tokens, as far as issuing and redeeming must agree. */
@ConfigMapping(prefix = "auralis.ingest.tokens")
public interface TokenSettings {
    @WithDefault("tokens")
    TokenMode mode();

    /** Where agents reach this service; tokens are made out to one of these names, the first is the one asked for. */
    @WithDefault("localhost,127.0.0.1")
    List<String> hosts();

    /** The issuer's keys; all instances of one service share the folder. */
    @WithDefault("token-keys")
    Path keyFolder();

    /** A key issues for a month: all who got tokens in it are one crowd, so a shorter time would be a smaller one. */
    @WithDefault("30d")
    Duration keyInterval();

    /**
     * How long a key verifies after it was replaced. A report is updated until its month and a week are over, and a token
     * waits in an agent's stock for some weeks before: two months cover both.
     */
    @WithDefault("60d")
    Duration keyGrace();
}
