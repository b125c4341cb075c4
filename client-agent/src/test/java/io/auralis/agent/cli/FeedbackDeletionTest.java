package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.RecordingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackDeletionTest {
    @TempDir
    Path folder;

    private RatedHome listener;

    /** Two tracks, rated a hundred days apart, with words that are nowhere else. */
    @BeforeEach
    void two_rated_tracks() throws IOException {
        listener = new RatedHome(folder);
        listener.rate(6, listener.mastered("oldsong.flac", RecordingType.STUDIO), 3, "more bass, oldgoblins");
        listener.clock.moveDays(100);
        listener.rate(6, listener.mastered("newsong.flac", RecordingType.METAL), 3, "less air, newgoblins");
        assertThat(listener.holding("oldgoblins")).isNotEmpty();
        assertThat(listener.holding("oldsong")).hasSizeGreaterThan(1);
    }

    private JsonNode delete(String... arguments) {
        return listener.ok(Stream.concat(Stream.of("delete-feedback", "--json"), Stream.of(arguments))
                        .toArray(String[]::new))
                .json();
    }

    @Test
    void what_is_older_than_ninety_days_leaves_no_byte_and_the_rest_stays() throws IOException {
        assertThat(delete("--older-than", "90-days").toString()).isEqualTo("{\"deleted\":6,\"auditions\":0}");
        assertThat(listener.holding("oldgoblins")).isEmpty();
        assertThat(listener.holding("oldsong")).isEmpty();
        assertThat(listener.holding("newgoblins")).isNotEmpty();
        listener.rate(listener.music.resolve("newsong.flac"), 5, "");
        assertThat(listener.holding("\"number\":13"))
                .as("a number is never used again")
                .hasSize(1);
    }

    @Test
    void what_was_said_of_a_track_leaves_no_byte_even_if_the_music_is_gone() throws IOException {
        Files.delete(listener.music.resolve("newsong.flac"));
        assertThat(delete("--track", listener.music.resolve("newsong.flac").toString())
                        .get("deleted")
                        .asInt())
                .isEqualTo(6);
        assertThat(listener.holding("newgoblins")).isEmpty();
        assertThat(listener.holding("newsong")).isEmpty();
        assertThat(listener.holding("oldgoblins")).isNotEmpty();
        delete("--track", listener.music.resolve("oldsong.flac").toString());
        assertThat(listener.holding("goblins")).isEmpty();
    }

    @Test
    void all_of_it_leaves_no_byte_and_the_profile_keeps_what_it_learned() throws IOException {
        String before = listener.ok("profile", "history").out();
        String deltas =
                listener.ok("profile", "show", "--json").json().get("deltas").toString();
        assertThat(deltas).contains("bass");
        // What a kill would leave: an unacknowledged half line, and a temporary file.
        Path ratings = listener.home.resolve("personal/feedback/ratings.jsonl");
        Files.writeString(ratings, "{\"schema\":\"rating/1\",\"comment\":\"halfgoblins", StandardOpenOption.APPEND);
        Files.writeString(ratings.resolveSibling("ratings.jsonl.tmp-1"), "oldgoblins");
        Files.writeString(listener.home.resolve("personal/history/x.json.tmp-1"), "oldsong");
        assertThat(delete("--all").toString()).isEqualTo("{\"deleted\":12,\"auditions\":0}");
        assertThat(listener.holding("goblins")).isEmpty();
        assertThat(listener.holding("song")).isEmpty();
        assertThat(listener.ok("profile", "history").out()).isEqualTo(before);
        assertThat(listener.ok("profile", "show", "--json").json().get("deltas").toString())
                .isEqualTo(deltas);
        assertThat(delete("--all").toString()).isEqualTo("{\"deleted\":0,\"auditions\":0}");
    }

    @Test
    void a_summary_that_waits_to_be_sent_is_dropped_with_what_it_summarises() throws IOException {
        listener.ok("enable-sharing", "--server", "http://127.0.0.1:1/");
        listener.run("share", "now");
        Path outbox = listener.home.resolve("sharing/outbox");
        try (Stream<Path> waiting = Files.list(outbox)) {
            assertThat(waiting).isNotEmpty();
        }
        listener.ok("delete-feedback", "--all");
        try (Stream<Path> waiting = Files.list(outbox)) {
            assertThat(waiting).isEmpty();
        }
    }

    @Test
    void a_mastering_that_nobody_rated_goes_with_its_tracks_feedback_but_not_with_old_feedback() throws IOException {
        listener.mastered("oldsong.flac", RecordingType.STUDIO);
        delete("--older-than", "90-days");
        assertThat(listener.holding("oldgoblins")).isEmpty();
        assertThat(listener.rate(listener.music.resolve("oldsong.flac"), 5, "").code())
                .isZero();
        listener.mastered("oldsong.flac", RecordingType.STUDIO);
        delete("--track", listener.music.resolve("oldsong.flac").toString());
        assertThat(listener.holding("oldsong")).isEmpty();
    }
}
