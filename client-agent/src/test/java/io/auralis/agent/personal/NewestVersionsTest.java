package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestVersionsTest {
    private static final GearClass GEAR = GearClass.NEUTRAL_HEADPHONES;

    @TempDir
    Path folder;

    private AuralisHome home;
    private ProfileRepository repository;
    private int asked;

    @BeforeEach
    void open() {
        home = new AuralisHome(folder);
        repository = new ProfileRepository(home);
    }

    private ProfileVersion commit() {
        PersonalProfile before = repository
                .newest(GEAR)
                .map(ProfileVersion::profile)
                .orElseGet(() -> PersonalProfile.none(GEAR, SemanticVersion.parseAny("1.0.0")));
        return repository.commit(before.next(5, List.of()), "a reason", Instant.parse("2026-11-27T10:00:00Z"));
    }

    private Optional<ProfileVersion> get(GearClass gear) {
        return new NewestVersions(home).get(gear, one -> {
            asked++;
            return new ProfileCommits(home.profile()).newest(one);
        });
    }

    @Test
    void git_is_asked_once_per_commit_and_gear() {
        ProfileVersion first = commit();
        assertThat(get(GEAR)).contains(first);
        assertThat(get(GEAR)).contains(first);
        assertThat(get(GearClass.BRIGHT_HEADPHONES)).isEmpty();
        assertThat(get(GearClass.BRIGHT_HEADPHONES)).isEmpty();
        assertThat(asked).isEqualTo(2);
        ProfileVersion second = commit();
        assertThat(get(GEAR)).contains(second);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void what_is_damaged_is_read_anew() throws IOException {
        ProfileVersion first = commit();
        get(GEAR);
        Path kept = home.profile().resolveSibling("newest-versions.json");
        Files.writeString(kept, Files.readString(kept).substring(0, 40));
        assertThat(get(GEAR)).contains(first);
        assertThat(asked).isEqualTo(2);
    }
}
