package org.migrationtest.source.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.ScriptText;
import org.migrationtest.source.SourceSettings;

class FlywayCatalogTest {
    private static final String SET_BY =
            "set by locations in @MigrationTest, by migrationtest.locations, or by locations(...)";

    private static final String CODE = "classpath:org/migrationtest/source/flyway/code";

    private final Path folder;

    FlywayCatalogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "SELECT 1;\n");
        }
    }

    private MigrationSource source(Map<String, String> options, String... more) {
        List<String> locations = new ArrayList<>(List.of("filesystem:" + folder));
        locations.addAll(List.of(more));
        return new FlywayProvider()
                .open(new SourceSettings(locations, options, getClass().getClassLoader()));
    }

    private MigrationCatalog discover(String... more) {
        return source(Map.of(), more).discover();
    }

    @Test
    void lists_versions_ascending_then_repeatable_ones_by_description() throws IOException {
        files("R__b_view.sql", "V10__ten.sql", "V2__two_words.sql", "a/V1.1__sub.sql", "V1__one.sql", "R__a_view.sql");
        List<Migration> migrations = discover().migrations();
        assertThat(migrations)
                .extracting(Migration::label)
                .containsExactly("V1 one", "V1.1 sub", "V2 two words", "V10 ten", "R a view", "R b view");
        assertThat(migrations)
                .extracting(migration -> migration.id().value())
                .containsExactly("1", "1.1", "2", "10", "R__a_view.sql", "R__b_view.sql");
        assertThat(migrations)
                .extracting(Migration::repeatable)
                .containsExactly(false, false, false, false, true, true);
        assertThat(migrations.get(1).script().file()).contains(folder.resolve("a/V1.1__sub.sql"));
    }

    @Test
    void tells_the_way_back() throws IOException {
        files("V1__one.sql", "undo/U1__one.sql", "V2__two.sql", "R__view.sql");
        assertThat(discover().migrations())
                .extracting(Migration::wayBack)
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOfSatisfying(WayBack.Written.class, written -> assertThat(
                                        written.script().file())
                                .contains(folder.resolve("undo/U1__one.sql"))),
                        two -> assertThat(two).isEqualTo(new WayBack.None("no U2__*.sql beside V2__two.sql")),
                        view -> assertThat(view).isEqualTo(new WayBack.NotApplicable()));
    }

    @Test
    void tells_the_text_of_scripts_and_nothing_of_code() throws IOException {
        files("V1__one.sql", "V9__two.sql", "U9__two.sql");
        Files.writeString(folder.resolve("U9__two.sql"), "SELECT 'ü';\n");
        Map<MigrationId, ScriptText> scripts = discover(CODE).scripts();
        assertThat(scripts)
                .containsOnly(
                        Map.entry(new MigrationId("1"), new ScriptText("SELECT 1;\n", "")),
                        Map.entry(new MigrationId("9"), new ScriptText("SELECT 1;\n", "SELECT 'ü';\n")));
    }

    @Test
    void finds_java_migrations_and_says_which_classes_are_none() throws IOException {
        files("V1__one.sql");
        MigrationCatalog catalog = discover(CODE);
        Migration java = catalog.migrations().get(1);
        assertThat(java.label()).isEqualTo("V2 Fill names");
        assertThat(java.script()).hasToString("org.migrationtest.source.flyway.code.V2__Fill_names");
        assertThat(java.wayBack()).isEqualTo(new WayBack.None("no U2__*.sql beside V2__Fill_names"));
        assertThat(catalog.remarks())
                .containsExactly(
                        "The Java migration org.migrationtest.source.flyway.code.V9__Without_flyway is left out,"
                                + " as Flyway does: it does not implement org.flywaydb.core.api.migration.JavaMigration.");
    }

    @Test
    void a_checksum_follows_the_content() throws IOException {
        files("V1__one.sql", "V2__two.sql");
        Files.writeString(folder.resolve("V3__three.sql"), "SELECT 2;\n");
        List<Migration> migrations = discover().migrations();
        assertThat(migrations.get(0).checksum()).isEqualTo(migrations.get(1).checksum());
        assertThat(migrations.get(2).checksum()).isNotEqualTo(migrations.get(1).checksum());
    }

    @Test
    void honours_prefixes_separators_and_suffixes() throws IOException {
        files("M1-one.ddl", "Z1-one.ddl", "V2__ignored.sql");
        MigrationCatalog catalog = source(Map.of(
                        "sqlMigrationPrefix", "M",
                        "undoSqlMigrationPrefix", "Z",
                        "sqlMigrationSeparator", "-",
                        "sqlMigrationSuffixes", ".ddl"))
                .discover();
        assertThat(catalog.migrations()).extracting(Migration::label).containsExactly("M1 one");
        assertThat(catalog.migrations().get(0).wayBack()).isInstanceOf(WayBack.Written.class);
    }

    @Test
    void remarks_on_files_that_look_like_migrations_and_are_none() throws IOException {
        files("V1__one.sql", "v2__lower.sql", "V3_one_underscore.sql", "B1__base.sql", "notes.sql", "afterMigrate.sql");
        assertThat(discover().remarks())
                .satisfiesExactly(
                        base -> assertThat(base)
                                .isEqualTo(folder + "/B1__base.sql is left out: a baseline migration stands for the"
                                        + " versions up to its own, and those are what is tested."),
                        underscore -> assertThat(underscore)
                                .startsWith(folder + "/V3_one_underscore.sql is not run: ")
                                .endsWith("expected V1__description or R__description, with capital and two"
                                        + " underscores."),
                        notes -> assertThat(notes).startsWith(folder + "/notes.sql is not run: "),
                        lower -> assertThat(lower).startsWith(folder + "/v2__lower.sql is not run: "));
    }

    @Test
    void remarks_on_a_location_that_does_not_exist() throws IOException {
        files("V1__one.sql");
        assertThat(discover("classpath:no/such/folder").remarks())
                .containsExactly("The location classpath:no/such/folder does not exist; it adds no migrations.");
    }

    @Test
    void refuses_two_migrations_of_one_version() throws IOException {
        files("V1__one.sql", "V1.0__uno.sql");
        assertThatThrownBy(this::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("There are two migrations of version 1: " + folder + "/V1__one.sql and " + folder
                        + "/V1.0__uno.sql. Flyway refuses that; rename or remove one of them. Looked in [filesystem:"
                        + folder + "] (" + SET_BY + ").");
    }

    @Test
    void refuses_two_repeatable_migrations_of_one_name() throws IOException {
        files("R__view.sql", "a/R__view.sql");
        assertThatThrownBy(this::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("There are two repeatable migrations named 'view': " + folder + "/R__view.sql and " + folder
                        + "/a/R__view.sql. Flyway refuses that; rename or remove one of them. Looked in [filesystem:"
                        + folder + "] (" + SET_BY + ").");
    }

    @Test
    void refuses_two_undo_scripts_of_one_version() throws IOException {
        files("V1__one.sql", "U1__one.sql", "U1.0__one.sql");
        assertThatThrownBy(this::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("There are two undo scripts of version 1: " + folder + "/U1.0__one.sql and " + folder
                        + "/U1__one.sql. Flyway refuses that; rename or remove one of them. Looked in [filesystem:"
                        + folder + "] (" + SET_BY + ").");
    }

    @Test
    void refuses_an_undo_script_without_its_migration() throws IOException {
        files("V1__one.sql", "U2__two.sql");
        assertThatThrownBy(this::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("The undo script " + folder + "/U2__two.sql undoes no migration: there is no version 2 in"
                        + " [filesystem:" + folder
                        + "] (" + SET_BY + ")."
                        + " Add V2__*.sql, correct the undo script's version, or remove it.");
    }

    @Test
    void refuses_a_folder_without_migrations() throws IOException {
        files("v1_one.sql");
        assertThatThrownBy(this::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("No Flyway migrations found. Looked in filesystem:" + folder + " (" + SET_BY
                        + "). Put migrations there, named V1__description.sql, or set the location, for example"
                        + " -Dmigrationtest.locations=filesystem:src/main/resources/db/migration. Found instead: "
                        + folder
                        + "/v1_one.sql is not run: Unrecognised migration name format: v1_one.sql; expected V1__description or"
                        + " R__description, with capital and two underscores.");
    }

    @Test
    void refuses_a_folder_that_does_not_exist() {
        MigrationSource source = new FlywayProvider()
                .open(new SourceSettings(
                        List.of("filesystem:" + folder + "/none"),
                        Map.of(),
                        getClass().getClassLoader()));
        assertThatThrownBy(source::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("No Flyway migrations found. Looked in filesystem:" + folder
                        + "/none (does not exist) (" + SET_BY + "). Put"
                        + " migrations there, named V1__description.sql, or set the location, for example"
                        + " -Dmigrationtest.locations=filesystem:src/main/resources/db/migration.");
    }

    @Test
    void without_a_location_looks_at_flyways_default() {
        MigrationSource source = new FlywayProvider()
                .open(new SourceSettings(List.of(), Map.of(), ClassLoader.getPlatformClassLoader()));
        assertThatThrownBy(source::discover)
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("No Flyway migrations found. Looked in classpath:db/migration (does not exist) (no location"
                        + " was set, so Flyway's default applies). Put migrations there, named V1__description.sql, or set"
                        + " the location, for example"
                        + " -Dmigrationtest.locations=filesystem:src/main/resources/db/migration.");
    }

    @Test
    void refuses_an_option_that_flyway_does_not_know() {
        assertThatThrownBy(() -> source(Map.of("placholders.x", "1")))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("Flyway does not take the options of the source, {placholders.x=1}, with the"
                        + " locations [filesystem:" + folder
                        + "]: Unknown configuration property: flyway.placholders.x. Please check your conf files or"
                        + " commandline parameters. Options are Flyway's own properties without 'flyway.', for example"
                        + " placeholders.name or defaultSchema; correct or remove the one that is named.");
    }

    @Test
    void refuses_an_option_that_works_against_the_run() {
        assertThatThrownBy(() -> source(Map.of("target", "7")))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(
                        "The Flyway option 'target' cannot be set here: the run decides which migrations are applied"
                                + " and when. Remove it from the options of the source.");
    }
}
