package io.auralis.publisher.tuf;

import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.json.Sha256;

/**
 * One released model that the repository vouches for.
 *
 * @param model what the metadata says of it
 * @param content the bundle's bytes; never changed by anyone
 */
public record TufTarget(ModelTarget model, Content content) {

    /** Bytes with their hash, so that a record holds no bare array. */
    public static final class Content {
        private final byte[] bytes;
        private final String sha256;

        private Content(byte[] bytes) {
            this.bytes = bytes;
            this.sha256 = Sha256.hex(bytes);
        }

        public static Content of(byte[] bytes) {
            return new Content(bytes.clone());
        }

        byte[] bytes() {
            return bytes;
        }

        int length() {
            return bytes.length;
        }

        String sha256() {
            return sha256;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && content.sha256.equals(sha256);
        }

        @Override
        public int hashCode() {
            return sha256.hashCode();
        }

        @Override
        public String toString() {
            return sha256;
        }
    }

    /** The file's name under {@code targets/}: with its hash in front, as consistent snapshots ask. */
    String fileName() {
        return content.sha256() + "." + model.name();
    }
}
