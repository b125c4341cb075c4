package io.auralis.publisher.tuf;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.Fetcher;
import dev.sigstore.tuf.FileExceedsMaxLengthException;
import dev.sigstore.tuf.FileSystemTufStore;
import dev.sigstore.tuf.MetaFetcher;
import dev.sigstore.tuf.PassthroughCacheMetaStore;
import dev.sigstore.tuf.RootProvider;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.Updater;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A client as an agent is one: sigstore-java's updater with its own store, reading the repository's files. */
public final class TufClient {
    private final FileSystemTufStore store;
    private final Updater updater;

    TufClient(Path trustRoot, Path repository, Path home, Clock clock) throws IOException {
        this(
                trustRoot,
                new FileFetcher(repository.resolve("metadata")),
                new FileFetcher(repository.resolve("targets")),
                home,
                clock);
    }

    /** Reads what a publisher serves. */
    public static TufClient over(URI repository, Path trustRoot, Path home) throws IOException {
        return new TufClient(
                trustRoot,
                new HttpFetcher(repository.resolve("metadata/")),
                new HttpFetcher(repository.resolve("targets/")),
                home,
                Clock.systemUTC());
    }

    private TufClient(Path trustRoot, Fetcher metadata, Fetcher targets, Path home, Clock clock) throws IOException {
        Files.createDirectories(home);
        this.store = FileSystemTufStore.newFileSystemStore(home);
        this.updater = Updater.builder()
                .setClock(clock)
                .setTrustedRootPath(RootProvider.fromFile(trustRoot))
                .setTrustedMetaStore(
                        TrustedMetaStore.newTrustedMetaStore(PassthroughCacheMetaStore.newPassthroughMetaCache(store)))
                .setTargetStore(store)
                .setMetaFetcher(MetaFetcher.newFetcher(metadata))
                .setTargetFetcher(targets)
                .build();
    }

    public void update() throws IOException, JsonParseException {
        updater.updateMeta();
    }

    public byte[] download(String target) throws IOException, JsonParseException {
        updater.downloadTarget(target);
        return store.readTarget(target);
    }

    private record FileFetcher(Path folder) implements Fetcher {
        @Override
        public String getSource() {
            return folder.toString();
        }

        @Override
        public byte[] fetchResource(String name, int maxLength) throws IOException, FileExceedsMaxLengthException {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > maxLength) {
                throw new FileExceedsMaxLengthException(name, maxLength);
            }
            return bytes;
        }
    }

    private record HttpFetcher(URI folder) implements Fetcher {
        @Override
        public String getSource() {
            return folder.toString();
        }

        @Override
        public byte[] fetchResource(String name, int maxLength) throws IOException, FileExceedsMaxLengthException {
            HttpURLConnection connection =
                    (HttpURLConnection) folder.resolve(name).toURL().openConnection();
            if (connection.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return null;
            }
            try (InputStream in = connection.getInputStream()) {
                byte[] bytes = in.readAllBytes();
                if (bytes.length > maxLength) {
                    throw new FileExceedsMaxLengthException(name, maxLength);
                }
                return bytes;
            }
        }
    }
}
