package io.auralis.agent.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void a_new_listener_hears_normally_on_neutral_headphones() {
        Settings settings = new Settings(new AuralisHome(folder));
        assertThat(settings.gear()).isEqualTo(GearClass.NEUTRAL_HEADPHONES);
        assertThat(settings.hearing()).isEqualTo(HearingClass.NORMAL);
        assertThat(settings.text("ingest")).isEmpty();
    }

    @Test
    void what_is_set_is_kept_and_keys_of_a_newer_version_stay() throws Exception {
        AuralisHome home = new AuralisHome(folder);
        Files.writeString(home.settings(), "{\"later\":{\"x\":1},\"gear\":\"dark-speakers\"}");
        Settings settings = new Settings(home);
        settings.hearing(HearingClass.BASS_SENSITIVE);
        settings.put("ingest", "http://127.0.0.1:1");
        assertThat(settings.gear()).isEqualTo(GearClass.DARK_SPEAKERS);
        assertThat(settings.hearing()).isEqualTo(HearingClass.BASS_SENSITIVE);
        assertThat(settings.text("ingest")).contains("http://127.0.0.1:1");
        assertThat(Files.readString(home.settings())).contains("\"later\":{\"x\":1}");
    }

    @Test
    void damaged_settings_are_named() throws Exception {
        AuralisHome home = new AuralisHome(folder);
        Files.writeString(home.settings(), "gear = dark");
        assertThatThrownBy(() -> new Settings(home).gear())
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("settings.json is damaged");
    }
}
