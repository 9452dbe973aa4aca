package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MavenSettingsTest {
    @TempDir
    private Path home;

    @Test
    void without_settings_the_repository_is_the_usual_one() throws IOException {
        assertThat(MavenSettings.of(home, Optional.empty()))
                .isEqualTo(new MavenSettings(home.resolve(".m2/repository"), Optional.empty()));
    }

    @Test
    void the_settings_name_another_repository_and_the_property_wins() throws IOException {
        write("<settings><localRepository> /srv/maven </localRepository></settings>");
        assertThat(MavenSettings.of(home, Optional.empty()).localRepository()).isEqualTo(Path.of("/srv/maven"));
        assertThat(MavenSettings.of(home, Optional.of("/given")).localRepository())
                .isEqualTo(Path.of("/given"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"central", "*", "external:*", "other, central", "*,!other"})
    void a_mirror_of_central_stands_in_for_it(String mirrorOf) throws IOException {
        write(mirrors(mirrorOf));
        assertThat(MavenSettings.of(home, Optional.empty()).mirror()).contains("https://mirror.example/maven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "*,!central", "centralized"})
    void a_mirror_of_something_else_does_not(String mirrorOf) throws IOException {
        write(mirrors(mirrorOf));
        assertThat(MavenSettings.of(home, Optional.empty()).mirror()).isEmpty();
    }

    @Test
    void settings_that_are_no_xml_are_told() throws IOException {
        write("<settings><mirrors></settings>");
        assertThatThrownBy(() -> MavenSettings.of(home, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Maven's settings " + home.resolve(".m2/settings.xml") + " cannot be read: ");
    }

    private void write(String settings) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".m2")).resolve("settings.xml"), settings);
    }

    private static String mirrors(String mirrorOf) {
        return """
                <settings xmlns="http://maven.apache.org/SETTINGS/1.2.0">
                  <mirrors>
                    <mirror><id>a</id><mirrorOf>unrelated</mirrorOf><url>https://wrong.example</url></mirror>
                    <mirror><id>b</id><mirrorOf>%s</mirrorOf><url>https://mirror.example/maven</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(mirrorOf);
    }
}
