package io.auralis.agent.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What the listener chose, in {@code settings.json}: gear, hearing, addresses. Keys that this version does not know are kept. */
public final class Settings {
    private static final String GEAR = "gear";
    private static final String HEARING = "hearing";

    private final AuralisHome home;

    public Settings(AuralisHome home) {
        this.home = home;
    }

    /** The gear in use; neutral headphones until the listener says otherwise. */
    public GearClass gear() {
        return text(GEAR).map(GearClass::parse).orElse(GearClass.NEUTRAL_HEADPHONES);
    }

    public void gear(GearClass gear) {
        put(GEAR, gear.key());
    }

    /** The hearing stated; normal until the listener says otherwise. */
    public HearingClass hearing() {
        return text(HEARING).map(HearingClass::parse).orElse(HearingClass.NORMAL);
    }

    public void hearing(HearingClass hearing) {
        put(HEARING, hearing.key());
    }

    /** The text under a key, empty if there is none. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(read().get(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** Stores a text under a key, all others as they were. */
    public void put(String key, String value) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            ObjectNode settings = read();
            settings.put(key, value);
            AtomicFile.write(home.settings(), HomeJson.bytes(settings));
        }
    }

    private ObjectNode read() {
        Path file = home.settings();
        try {
            return HomeJson.read(Files.readAllBytes(file), ObjectNode.class, file);
        } catch (NoSuchFileException e) {
            return HomeJson.mapper().createObjectNode();
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
