package io.auralis.publisher.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the accounts are. */
@ConfigMapping(prefix = "auralis.publisher")
public interface AccountConfiguration {

    /** The accounts file; while it is absent nobody can sign in. */
    @WithDefault("${auralis.publisher.directory}/accounts")
    Path accountsFile();
}
