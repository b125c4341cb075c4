package io.auralis.publisher.tuf;

import io.auralis.contracts.json.Sha256;

/**
 * One file that the repository vouches for.
 *
 * @param name without a folder, {@code base-model-1.1.0.json}
 * @param version what it is a version of, shown in the metadata
 * @param channel {@code stable} or {@code beta}
 * @param content the file; never changed by anyone
 */
public record TufTarget(String name, String version, String channel, Content content) {
    public TufTarget {
        if (!name.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("a target's name is lower-case words joined by dots and hyphens");
        }
    }

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
        return content.sha256() + "." + name;
    }
}
