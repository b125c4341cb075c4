package io.auralis.agent.sharing;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * When the agent summarises and queues by itself: a moment drawn evenly from the week ahead, so that the time of a
 * report says nothing about when somebody listens.
 */
final class SendMoment {
    private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();
    private final Path file;
    private final SecureRandom random;

    SendMoment(AuralisHome home, SecureRandom random) {
        this.file = home.sharing().resolve("due");
        this.random = random;
    }

    /** The stored moment; a missing or damaged one is drawn anew. */
    Instant due(Instant now) {
        try {
            if (Files.exists(file)) {
                return Instant.parse(Files.readString(file).strip());
            }
        } catch (DateTimeException e) {
            return draw(now);
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
        return draw(now);
    }

    /** Draws and stores the next moment. */
    Instant draw(Instant now) {
        Instant next = now.plusSeconds((long) (random.nextDouble() * WEEK_SECONDS));
        AtomicFile.write(file, next.toString().getBytes(StandardCharsets.UTF_8));
        return next;
    }
}
