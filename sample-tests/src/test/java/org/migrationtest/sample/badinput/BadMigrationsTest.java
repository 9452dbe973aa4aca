package org.migrationtest.sample.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that are not there, or that cannot be what was meant. */
class BadMigrationsTest {
    private static final String CHANGELOG = "--liquibase formatted sql\n\n";
    private static final String LOCATIONS_SET_BY =
            "set by locations in @MigrationTest, by migrationtest.locations, or by locations(...)";

    @TempDir
    Path folder;

    @TempDir
    Path results;

    @Test
    void no_migrations_flyway() {
        assertThat(given("flyway", "").toldInsteadOfTests())
                .isEqualTo("No Flyway migrations found. Looked in filesystem:" + folder + " (" + LOCATIONS_SET_BY
                        + "). Put migrations there, named V1__description.sql, or set the location, for example"
                        + " -Dmigrationtest.locations=filesystem:src/main/resources/db/migration.");
    }

    @Test
    void no_migrations_sql() {
        assertThat(given("sql", "").toldInsteadOfTests()).isEqualTo("""
                No SQL migrations: filesystem:%s has no files of a known layout. Found there: no files. The layouts are:
                  pairs: <version>_<name>.up.sql and <version>_<name>.down.sql
                  diesel: <version>_<name>/up.sql, down.sql and metadata.toml
                  dbmate: <version>_<name>.sql with '-- migrate:up' and '-- migrate:down'
                  goose: <version>_<name>.sql with '-- +goose Up' and '-- +goose Down'
                  sql-migrate: <name>.sql with '-- +migrate Up' and '-- +migrate Down'
                Name the files so, or point the setting locations at the folder that holds them.""".formatted(folder));
    }

    @Test
    void no_migrations_liquibase() throws IOException {
        write("changelog.sql", CHANGELOG);
        assertThat(given("liquibase", "/changelog.sql").toldInsteadOfTests())
                .isEqualTo("The changelog filesystem:" + folder + "/changelog.sql (setting 'locations') holds no"
                        + " changeset, so there is nothing to test. Name the root changelog, or add changesets to it.");
        assertThat(given("liquibase", "").toldInsteadOfTests())
                .isEqualTo("There is no changelog " + folder + ": it is a folder. The setting 'locations' names it as"
                        + " filesystem:" + folder + ". Name the root changelog file there.");
    }

    @Test
    void no_such_tool() {
        assertThat(given("rails", "").toldInsteadOfTests())
                .isEqualTo("There is no migration source 'rails'; known are flyway, liquibase, sql. It is set by"
                        + " migrationtest.source, or by source in @MigrationTest.");
    }

    @Test
    void no_such_folder_flyway() {
        String advice = " (" + LOCATIONS_SET_BY + "). Put migrations there, named V1__description.sql, or set the"
                + " location, for example -Dmigrationtest.locations=filesystem:src/main/resources/db/migration.";
        assertThat(at("flyway", "filesystem:/nowhere").toldInsteadOfTests())
                .isEqualTo("No Flyway migrations found. Looked in filesystem:/nowhere (does not exist)" + advice);
        assertThat(at("flyway", "classpath:nowhere").toldInsteadOfTests())
                .isEqualTo("No Flyway migrations found. Looked in classpath:nowhere (does not exist)" + advice);
    }

    @Test
    void no_such_folder_sql() {
        String advice =
                "). Correct the path; a relative one starts at " + Path.of("").toAbsolutePath() + ".";
        assertThat(at("sql", "filesystem:/nowhere").toldInsteadOfTests())
                .isEqualTo("No SQL migrations: the folder /nowhere does not exist (setting: locations,"
                        + " 'filesystem:/nowhere'" + advice);
        assertThat(at("sql", "classpath:nowhere").toldInsteadOfTests())
                .isEqualTo("No SQL migrations: the class path has no folder nowhere (setting: locations,"
                        + " 'classpath:nowhere'" + advice);
    }

    @Test
    void no_such_changelog() {
        assertThat(at("liquibase", "filesystem:/nowhere/root.xml").toldInsteadOfTests())
                .isEqualTo("There is no changelog /nowhere/root.xml: the file does not exist. The setting 'locations'"
                        + " names it as filesystem:/nowhere/root.xml. Name the root changelog file there.");
        assertThat(at("liquibase", "classpath:nowhere/root.xml").toldInsteadOfTests())
                .isEqualTo("There is no changelog nowhere/root.xml: it was looked for on the class path. The setting"
                        + " 'locations' names it as classpath:nowhere/root.xml. Name the root changelog file there.");
    }

    @Test
    void a_way_back_without_a_way_up_flyway() throws IOException {
        write("V1__one.sql", "create table one (id int);");
        write("U2__two.sql", "drop table two;");
        assertThat(given("flyway", "").toldInsteadOfTests())
                .isEqualTo("The undo script " + folder + "/U2__two.sql undoes no migration: there is no version 2 in"
                        + " [filesystem:" + folder + "] (" + LOCATIONS_SET_BY
                        + "). Add V2__*.sql, correct the undo script's version, or remove it.");
    }

    @Test
    void a_way_back_without_a_way_up_sql() throws IOException {
        write("1_one.up.sql", "create table one (id int);");
        write("2_two.down.sql", "drop table two;");
        assertThat(given("sql", "").toldInsteadOfTests())
                .isEqualTo(
                        folder + "/2_two.down.sql rolls back version 2, but no file 2_*.up.sql applies it. Add the way"
                                + " up, or delete the file.");
    }

    @Test
    void a_version_that_exists_twice_flyway() throws IOException {
        write("V1__one.sql", "create table one (id int);");
        write("V1__other.sql", "create table other (id int);");
        assertThat(given("flyway", "").toldInsteadOfTests())
                .isEqualTo("There are two migrations of version 1: " + folder + "/V1__one.sql and " + folder
                        + "/V1__other.sql. Flyway refuses that; rename or remove one of them. Looked in [filesystem:"
                        + folder + "] (" + LOCATIONS_SET_BY + ").");
    }

    @Test
    void a_version_that_exists_twice_sql() throws IOException {
        write("1_one.up.sql", "create table one (id int);");
        write("01_other.up.sql", "create table other (id int);");
        assertThat(given("sql", "").toldInsteadOfTests())
                .isEqualTo("Version 1 exists twice: " + folder + "/01_other.up.sql and " + folder
                        + "/1_one.up.sql. Give one of them another version.");
    }

    @Test
    void a_changeset_that_exists_twice() throws IOException {
        write("root.sql", CHANGELOG + "--changeset ann:1\nselect 1;\n\n--changeset ann:1\nselect 2;\n");
        assertThat(given("liquibase", "/root.sql").toldInsteadOfTests())
                .isEqualTo(
                        "The changelog filesystem:" + folder + "/root.sql (setting 'locations') holds changesets with"
                                + " the same file, id and author, of which Liquibase refuses to run any: root.sql::1::ann. Give"
                                + " each changeset an id of its own, and include each file once.");
    }

    private Given given(String source, String file) {
        return at(source, "filesystem:" + folder + file);
    }

    private Given at(String source, String location) {
        return Given.migrations(results, source, location);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
