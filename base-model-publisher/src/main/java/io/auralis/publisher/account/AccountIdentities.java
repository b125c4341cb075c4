package io.auralis.publisher.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Checks what HTTP Basic brings against the accounts file. */
@Singleton
final class AccountIdentities implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private static final Logger LOG = Logger.getLogger(AccountIdentities.class);

    private final AccountsFile accounts;

    AccountIdentities(AccountConfiguration configuration) {
        this.accounts = new AccountsFile(configuration.accountsFile());
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(
                () -> signIn(request.getUsername(), request.getPassword().getPassword()));
    }

    private SecurityIdentity signIn(String name, char[] password) {
        try {
            AccountLine account = accounts.signIn(name, password).orElseThrow(AuthenticationFailedException::new);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(account.name()))
                    .addRoles(account.roles())
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            // Fails closed: with a file that cannot be read nobody is anybody.
            LOG.error("accounts file not usable", e);
            throw new AuthenticationFailedException(e);
        }
    }
}
