package io.auralis.agent.models;

import dev.sigstore.tuf.Fetcher;
import dev.sigstore.tuf.FileExceedsMaxLengthException;
import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.exchange.Reply;
import java.net.URI;

/**
 * Fetches files of a repository for the update client. The client's own fetcher is not used: it follows redirects, names
 * its version, and has no limit on how long a slow server may take over one file.
 */
final class RepositoryFetcher implements Fetcher {
    /** No bundle or metadata comes near it (a bundle is some 20 kB); it bounds what signed metadata may make us read. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final Exchange exchange;
    private final URI folder;
    private final Deadline deadline;

    RepositoryFetcher(Exchange exchange, URI folder, Deadline deadline) {
        this.exchange = exchange;
        this.folder = folder;
        this.deadline = deadline;
    }

    @Override
    public String getSource() {
        return folder.toString();
    }

    @Override
    @SuppressWarnings("NullAway") // the interface's word for "there is no such file" is null
    public byte[] fetchResource(String name, int maxLength) throws FileExceedsMaxLengthException {
        deadline.check();
        Reply reply;
        try {
            reply = exchange.get(folder.resolve(name), Math.min(maxLength, MOST_BYTES));
        } catch (ExchangeException e) {
            if (e.kind() == ExchangeException.Kind.TOO_LARGE) {
                throw new FileExceedsMaxLengthException(name, maxLength);
            }
            throw e;
        }
        if (reply.status() == 404) {
            return null;
        }
        if (reply.status() != 200) {
            throw new RepositoryException(
                    "The repository answered with status " + reply.status() + " for " + name + ".");
        }
        return reply.body();
    }
}
