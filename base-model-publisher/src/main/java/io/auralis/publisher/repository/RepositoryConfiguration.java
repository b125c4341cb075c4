package io.auralis.publisher.repository;

import io.auralis.publisher.tuf.TufPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Where the repository is and how long its signatures hold. */
@ConfigMapping(prefix = "auralis.publisher")
public interface RepositoryConfiguration {

    /** Holds {@code keys/} and {@code repository/}; made where absent. */
    Path directory();

    Lifetimes lifetimes();

    /** From signing to expiry. All but the timestamp are renewed at half of it. */
    interface Lifetimes {
        @WithDefault("365d")
        Duration root();

        @WithDefault("90d")
        Duration targets();

        @WithDefault("14d")
        Duration snapshot();

        /** How long an agent may be fed old metadata unnoticed; a service that is away for longer stops updates. */
        @WithDefault("1d")
        Duration timestamp();

        default TufPolicy policy() {
            return TufPolicy.of(root(), targets(), snapshot(), timestamp());
        }
    }

    /** How often the timestamp is signed anew; well within its lifetime. */
    @WithDefault("1h")
    Duration refreshEvery();
}
