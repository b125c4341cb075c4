package io.auralis.agent.models;

import dev.sigstore.tuf.TargetStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Keeps a downloaded target in memory: nothing reaches the disk before it has proved to be a bundle. */
final class BundleInMemory implements TargetStore {
    private final Map<String, byte[]> targets = new HashMap<>();

    @Override
    public String getIdentifier() {
        return "memory";
    }

    @Override
    public void writeTarget(String name, byte[] content) {
        targets.put(name, content);
    }

    @Override
    public byte[] readTarget(String name) {
        byte[] content = targets.get(name);
        if (content == null) {
            throw new IllegalStateException("the update client did not deliver " + name);
        }
        return content;
    }

    @Override
    public InputStream getTargetInputSteam(String name) {
        return new ByteArrayInputStream(readTarget(name));
    }

    @Override
    public boolean hasTarget(String name) {
        return targets.containsKey(name);
    }
}
