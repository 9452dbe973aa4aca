package org.migrationtest.source.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.ScriptText;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

class DiscoveryTest {
    private static final String LAYOUTS = """
            . The layouts are:
              pairs: <version>_<name>.up.sql and <version>_<name>.down.sql
              diesel: <version>_<name>/up.sql, down.sql and metadata.toml
              dbmate: <version>_<name>.sql with '-- migrate:up' and '-- migrate:down'
              goose: <version>_<name>.sql with '-- +goose Up' and '-- +goose Down'
              sql-migrate: <name>.sql with '-- +migrate Up' and '-- +migrate Down'
            Name the files so, or point the setting locations at the folder that holds them.""";

    @TempDir
    Path folder;

    @Test
    void is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(SourceProvider.class)).anyMatch(SqlFilesProvider.class::isInstance);
    }

    @Test
    void pairs_come_in_the_order_of_their_numbers() throws IOException {
        MigrationCatalog catalog = scripts()
                .with("10_c.up.sql", "SELECT 10")
                .with("000002_add_name.up.sql", "SELECT 2")
                .with("2_other_title.down.sql", "")
                .with("20240101120000_d.up.sql", "SELECT 4")
                .with("20240101_x.dwon.sql", "SELECT 0")
                .with("README.md", "")
                .source()
                .discover();
        assertThat(catalog.migrations())
                .extracting(one -> one.id().value())
                .containsExactly("2", "10", "20240101120000");
        assertThat(catalog.migrations())
                .extracting(Migration::label)
                .containsExactly("000002 add name", "10 c", "20240101120000 d");
        assertThat(catalog.migrations().get(0).wayBack()).isInstanceOf(WayBack.Written.class);
        assertThat(catalog.migrations().get(1).wayBack())
                .isEqualTo(new WayBack.None("no 10_*.down.sql beside " + folder + "/10_c.up.sql"));
        assertThat(catalog.remarks())
                .containsExactly(
                        folder + "/20240101_x.dwon.sql is left out: its name is none that golang-migrate reads");
    }

    @Test
    void the_text_of_either_way_is_told() throws IOException {
        MigrationCatalog catalog = scripts()
                .with("1_a.sql", "-- migrate:up\nUPDATE a SET b = 1;\n-- migrate:down\nUPDATE a SET b = 2;\n")
                .source()
                .discover();
        assertThat(catalog.scripts().get(new MigrationId("1")))
                .extracting(ScriptText::up, ScriptText::down)
                .containsExactly("-- migrate:up\nUPDATE a SET b = 1;\n", "-- migrate:down\nUPDATE a SET b = 2;\n");
    }

    @Test
    void folders_are_versions_without_dashes() throws IOException {
        MigrationCatalog catalog = scripts()
                .with("2024-01-02-090000_two/up.sql", "SELECT 2")
                .with("2024-01-02-090000_two/down.sql", "SELECT 2")
                .with("20231231000000_one/up.sql", "SELECT 1")
                .with("loose.sql", "SELECT 0")
                .source()
                .discover();
        assertThat(catalog.migrations())
                .extracting(one -> one.id().value())
                .containsExactly("20231231000000", "20240102090000");
        assertThat(catalog.migrations().get(0).wayBack().exists()).isFalse();
        assertThat(catalog.migrations().get(1).label()).isEqualTo("2024-01-02-090000 two");
        assertThat(catalog.remarks())
                .containsExactly(folder + "/loose.sql is left out: its name is none that diesel reads");
    }

    @Test
    void sections_are_told_by_their_markers() throws IOException {
        Migration dbmate = only("1_a.sql", "-- migrate:up\nSELECT 1;\n\n-- migrate:down\n");
        assertThat(dbmate.wayBack()).isInstanceOfSatisfying(WayBack.Written.class, down -> assertThat(
                        down.script().line())
                .isEqualTo(4));
        Migration goose = only("1_a.sql", "-- a comment\n-- +goose Up\nSELECT 1;\n");
        assertThat(goose.script().line()).isEqualTo(2);
        assertThat(goose.wayBack())
                .isEqualTo(new WayBack.None("no section '-- +goose Down' in " + folder + "/1_a.sql"));
        Migration sqlMigrate = only("1_a.sql", "-- +migrate Up\nSELECT 1;\n-- +migrate Down\nSELECT 2;\n");
        assertThat(sqlMigrate.id().value()).isEqualTo("1_a.sql");
        assertThat(sqlMigrate.wayBack().exists()).isTrue();
    }

    @Test
    void a_change_of_the_way_up_changes_the_checksum() throws IOException {
        String first = only("1_a.up.sql", "SELECT 1").checksum();
        assertThat(only("1_a.up.sql", "SELECT 1").checksum()).isEqualTo(first);
        assertThat(only("1_a.up.sql", "SELECT 2").checksum()).isNotEqualTo(first);
    }

    @Test
    void reads_from_a_jar_on_the_class_path() throws IOException {
        Path jar = folder.resolve("app.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("db/migrations/"));
            out.putNextEntry(new JarEntry("db/migrations/1_a.up.sql"));
            out.write("SELECT 1".getBytes(StandardCharsets.UTF_8));
        }
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            SqlFilesProvider provider = new SqlFilesProvider();
            assertThat(provider.foundAtConventionalPlace(classes)).isTrue();
            List<Migration> found = provider.open(new SourceSettings(List.of(), Map.of(), classes))
                    .discover()
                    .migrations();
            assertThat(found).singleElement().satisfies(one -> {
                assertThat(one.script().display()).isEqualTo("db/migrations/1_a.up.sql");
                assertThat(one.script().file()).isEmpty();
            });
        }
        assertThat(new SqlFilesProvider().foundAtConventionalPlace(new URLClassLoader(new URL[0], null)))
                .isFalse();
    }

    @Test
    void a_forced_layout_decides_between_two() throws IOException {
        Scripts mixed = scripts().with("1_a.up.sql", "SELECT 1").with("2_b/up.sql", "SELECT 2");
        assertRefused(
                mixed,
                "The files in filesystem:" + folder + " are of more than one layout:\n  pairs: " + folder
                        + "/1_a.up.sql\n  diesel: " + folder
                        + "/2_b/up.sql\nName the one to use with the option layout,"
                        + " or give each a folder of its own.");
        assertThat(mixed.source(Map.of("layout", "diesel")).discover().migrations())
                .extracting(Migration::label)
                .containsExactly("2 b");
    }

    @Test
    void refuses_what_makes_no_sense() throws IOException {
        assertRefused(
                scripts(),
                "No SQL migrations: filesystem:" + folder + " has no files of a known layout. Found"
                        + " there: no files" + LAYOUTS);
        Scripts scripts = scripts().with("shop.sql", "SELECT 1");
        assertRefused(
                scripts,
                "No SQL migrations: filesystem:" + folder + " has no files of a known layout. Found" + " there: "
                        + folder + "/shop.sql" + LAYOUTS);
        scripts.with("1_a.down.sql", "");
        assertRefused(
                scripts,
                folder + "/1_a.down.sql rolls back version 1, but no file 1_*.up.sql applies it. Add the"
                        + " way up, or delete the file.");
        scripts.with("1_a.up.sql", "").with("01_b.up.sql", "");
        assertRefused(
                scripts,
                "Version 1 exists twice: " + folder + "/01_b.up.sql and " + folder
                        + "/1_a.up.sql. Give one of them another version.");
    }

    @Test
    void refuses_broken_annotations_with_their_line() throws IOException {
        Scripts scripts = scripts().with("1_a.sql", "-- +goose Up\nSELECT 1\n-- +goose Down\n");
        assertRefused(
                scripts,
                folder + "/1_a.sql:3: the last statement of the section does not end in ';'. The tool"
                        + " refuses this file; see its rules for '-- +goose' lines.");
        scripts.with("1_a.sql", "-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n");
        assertRefused(
                scripts,
                folder + "/1_a.sql:3: StatementBegin has no StatementEnd. The tool refuses this file; see its rules for"
                        + " '-- +goose' lines.");
        scripts.with("1_a.sql", "-- +goose Up\n-- +goose Sideways\n");
        assertRefused(
                scripts,
                folder
                        + "/1_a.sql:2: 'Sideways' is no annotation of the tool. The tool refuses this file; see its rules for '-- +goose'"
                        + " lines.");
        scripts.with("1_a.sql", "-- migrate:up\nSELECT 1;\n");
        assertRefused(
                scripts,
                folder + "/1_a.sql has no line '-- migrate:down' (an empty section is enough). Write one"
                        + " migration a file: '-- migrate:up', statements, '-- migrate:down', statements.");
        scripts.with("1_a.sql", "-- +goose Up\n").with("2_b.go", "package main");
        assertRefused(
                scripts,
                "Goose migrations written in Go cannot be run from here: " + folder + "/2_b.go. Without them"
                        + " the chain would not be the one that runs in production. Write them as SQL.");
    }

    @Test
    void refuses_settings_that_make_no_sense() {
        assertThatThrownBy(() -> scripts().source(Map.of("colour", "red")))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("SQL files have no option colour; there is one: layout.");
        assertThatThrownBy(() -> scripts().source(Map.of("layout", "rails")))
                .hasMessage(
                        "The option layout is 'rails'; known are: pairs, diesel, dbmate, goose, sql-migrate. Without it"
                                + " the layout is told from the files.");
        Scripts missing = new Scripts(folder.resolve("nowhere"));
        assertRefused(
                missing,
                "No SQL migrations: the folder " + folder + "/nowhere does not exist (setting: locations, 'filesystem:"
                        + folder + "/nowhere'). Correct the path; a relative one starts at "
                        + Path.of("").toAbsolutePath() + ".");
    }

    @Test
    void refuses_a_script_in_another_encoding() throws IOException {
        Files.write(folder.resolve("1_a.up.sql"), new byte[] {'-', '-', (byte) 0xE4});
        assertRefused(scripts(), folder + "/1_a.up.sql is not UTF-8. Save it as UTF-8.");
    }

    private Scripts scripts() {
        return new Scripts(folder);
    }

    private Migration only(String name, String content) throws IOException {
        List<Migration> found =
                scripts().with(name, content).source().discover().migrations();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertRefused(Scripts scripts, String message) {
        assertThatThrownBy(() -> scripts.source().discover())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(message);
    }
}
