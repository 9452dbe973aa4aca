package org.migrationtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.source.MigrationSourceException;

/** Settings that make no sense, word for word what the user of the façade is told before anything is started. */
class BadSettingsTest {
    @TempDir
    Path folder;

    private MigrationCheck check;

    @BeforeEach
    void write() {
        check = new Migrations(folder)
                .with("one", "CREATE TABLE one (id int)", "DROP TABLE one")
                .with("two", "CREATE TABLE two (id int)", "DROP TABLE two")
                .with("three", "CREATE TABLE three (id int)", "DROP TABLE three")
                .check();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            row               | 7     | There is no property 'migrationtest.row'. Did you mean 'migrationtest.rows'?
            locaton           | x     | There is no property 'migrationtest.locaton'. Did you mean 'migrationtest.locations'?
            url               | x     | There is no property 'migrationtest.url'. Did you mean 'migrationtest.external.url'?
            Rows              | 7     | There is no property 'migrationtest.Rows'. Did you mean 'migrationtest.rows'?
            options.schemas   | x     | There is no property 'migrationtest.options.schemas'. Did you mean 'migrationtest.option.schemas'?
            rows              | many  | Property migrationtest.rows is 'many', expected a whole number from 0 to 9223372036854775807.
            rows              | -1    | Property migrationtest.rows is '-1', expected a whole number from 0 to 9223372036854775807.
            seed              | salt  | Property migrationtest.seed is 'salt', expected a whole number.
            exerciseRows      | 1e9   | Property migrationtest.exerciseRows is '1e9', expected a whole number from 0 to 2147483647.
            latest            | 3e9   | Property migrationtest.latest is '3e9', expected a whole number from 0 to 2147483647.
            latest            | 4000000000 | Property migrationtest.latest is '4000000000', expected a whole number from 0 to 2147483647.
            timeLimit         | soon  | Property migrationtest.timeLimit is 'soon', expected a time such as 90s or 5m.
            timeLimit         | 0s    | Property migrationtest.timeLimit is '0s', expected a time such as 90s or 5m.
            timeLimit         | -5s   | Property migrationtest.timeLimit is '-5s', expected a time such as 90s or 5m.
            wholeChain        | yes   | Property migrationtest.wholeChain is 'yes', expected true or false.
            external.allowed  | yes   | Property migrationtest.external.allowed is 'yes', expected true or false.
            missingDown       | maybe | Property migrationtest.missingDown is 'maybe', expected fail or report.
            severity.up-fails | loud  | Property migrationtest.severity.up-fails is 'loud', expected fail or report.
            severity.up-fail  | fail  | There is no rule 'up-fail', named by the property migrationtest.severity.up-fail. Did you mean 'up-fails'?
            severity.Up_Fails | fail  | There is no rule 'Up_Fails', named by the property migrationtest.severity.Up_Fails. Did you mean 'up-fails'?
            irreversible.2    | ""    | Property migrationtest.irreversible.2 is empty, expected the reason why it is intended; the report shows it.
            """)
    void a_property_that_makes_no_sense_is_told(String name, String value, String message) {
        assertThatThrownBy(() -> check.properties(Map.of("migrationtest." + name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_property_that_resembles_none_is_told_with_those_there_are() {
        assertThatThrownBy(() -> check.properties(Map.of("migrationtest.colour", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no property 'migrationtest.colour'. The properties are migrationtest.databases,"
                        + " migrationtest.embedded.cache, migrationtest.embedded.data, migrationtest.embedded.repository,"
                        + " migrationtest.exerciseRows, migrationtest.external.allowed, migrationtest.external.password,"
                        + " migrationtest.external.url, migrationtest.external.user, migrationtest.from,"
                        + " migrationtest.groups, migrationtest.intendedLoss.MIGRATION,"
                        + " migrationtest.irreversible.MIGRATION, migrationtest.latest, migrationtest.locations,"
                        + " migrationtest.missingDown, migrationtest.only, migrationtest.option.NAME,"
                        + " migrationtest.provider, migrationtest.report, migrationtest.rows, migrationtest.seed,"
                        + " migrationtest.severity.RULE, migrationtest.since, migrationtest.source,"
                        + " migrationtest.timeLimit, migrationtest.wholeChain.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            oracle:19       | migration-test knows no database engine 'oracle', only postgres. It was asked for in @Databases, in the property migrationtest.databases, or in databases(...).
            postgres:12     | postgres:12 is not supported: of postgres migration-test knows the versions 13 to 18. It was asked for in @Databases, in the property migrationtest.databases, or in databases(...). Ask for one of those.
            postgres:99     | postgres:99 is not supported: of postgres migration-test knows the versions 13 to 18. It was asked for in @Databases, in the property migrationtest.databases, or in databases(...). Ask for one of those.
            postgres:latest | 'postgres:latest' names no database: expected ENGINE:VERSION, the version beginning with its number, for example postgres:17. Write it so in @Databases, in the property migrationtest.databases, or in databases(...).
            17              | '17' names no database: expected ENGINE:VERSION, the version beginning with its number, for example postgres:17. Write it so in @Databases, in the property migrationtest.databases, or in databases(...).
            """)
    void an_engine_that_cannot_be_had_is_told_before_one_that_can_is_started(String engine, String message) {
        assertThatThrownBy(() -> check.databases("postgres:17", engine).run()).hasMessage(message);
    }

    @Test
    void no_engine_at_all_is_told() {
        assertThatThrownBy(() -> check.databases().plan())
                .hasMessage("No database is named, so nothing would be checked. Name one in @Databases, in the property"
                        + " migrationtest.databases, or in databases(...).");
    }

    @Test
    void no_migrations_where_none_are_named_are_told() throws IOException {
        MigrationCheck unnamed = MigrationCheck.of(CheckSettings.defaults());
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null);
                URLClassLoader both =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> unnamed.classLoader(nothing).plan())
                    .isInstanceOf(MigrationSourceException.class)
                    .hasMessage("No migrations were found at a conventional place: none of db/migration (Flyway),"
                            + " db/changelog/db.changelog-master.* (Liquibase) and db/migrations (SQL files) is on the class"
                            + " path. Name them by source and locations in @MigrationTest, or by migrationtest.source and"
                            + " migrationtest.locations.");
            Files.createDirectories(folder.resolve("db/migration"));
            Files.createDirectories(folder.resolve("db/migrations"));
            assertThatThrownBy(() -> unnamed.classLoader(both).plan())
                    .isInstanceOf(MigrationSourceException.class)
                    .hasMessage(
                            "Migrations of several tools were found at conventional places: flyway, sql. Choose one by"
                                    + " source in @MigrationTest, or by migrationtest.source.");
        }
    }

    @Test
    void numbers_that_make_no_sense_are_told() {
        assertThatThrownBy(() -> check.rows(-1))
                .hasMessage("rows is -1, expected 0 or more. It is set in @Seed, or in rows(...).");
        assertThatThrownBy(() -> check.exerciseRows(-1))
                .hasMessage("exerciseRows is -1, expected 0 or more. It is set in exerciseRows(...).");
        assertThatThrownBy(() -> check.timeLimit(Duration.ZERO))
                .hasMessage("timeLimit is PT0S, expected at least a millisecond. It is set in timeLimit(...).");
        assertThatThrownBy(() -> selected("", Set.of(), -1))
                .hasMessage(
                        "latest is -1, expected how many of the newest migrations are meant, or 0 for no limit. It is"
                                + " set in @RollbackRoundTrip, or in select(...).");
    }

    @Test
    void a_rule_that_does_not_exist_is_told() {
        assertThatThrownBy(() ->
                        check.severity(new RuleId("up-fail"), Severity.WARNING).plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no rule 'up-fail', named by the property migrationtest.severity.up-fail, or by"
                        + " severity(...). Did you mean 'up-fails'?");
        assertThatThrownBy(() -> check.allow(new Allowance("2", Set.of(new RuleId("everything")), "so be it"))
                        .plan())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no rule 'everything', named by @Allow(migration = \"2\"), or by allow(...). The"
                        + " rules are " + String.join(", ", KnownRules.names()) + ".");
    }

    @Test
    void a_migration_that_does_not_exist_is_told_with_what_names_it() {
        String there =
                " Migrations are named by id or label; the newest are '1' (001 one), '2' (002 two), '3' (003 three).";
        assertThatThrownBy(() -> selected("9", Set.of(), 0).plan())
                .hasMessage(
                        "There is no migration '9', named by from (in @RollbackRoundTrip, in migrationtest.from, or in"
                                + " select(...))." + there);
        assertThatThrownBy(() -> selected("", Set.of("1", "002 tow"), 0).plan())
                .hasMessage("There is no migration '002 tow', named by only (in @RollbackRoundTrip, in"
                        + " migrationtest.only, or in select(...)). Did you mean '002 two'?" + there);
        assertThatThrownBy(() -> check.group("1", "9").plan())
                .hasMessage(
                        "There is no migration '9', named by a group (in @MigrationGroup, in migrationtest.groups, or"
                                + " in group(...))." + there);
    }

    @Test
    void a_group_that_is_none_is_told() {
        assertThatThrownBy(() -> check.group().plan())
                .hasMessage(
                        "A group names no migration (in @MigrationGroup, in migrationtest.groups, or in group(...))."
                                + " Name those that are rolled back together.");
        assertThatThrownBy(() -> check.group("1", "3").plan())
                .hasMessage("The group [1, 3] (in @MigrationGroup, in migrationtest.groups, or in group(...)) is not"
                        + " contiguous: other migrations run between its members. Name neighbours only.");
        assertThatThrownBy(() -> check.group("1", "2").group("2", "3").plan())
                .hasMessage(
                        "The migration '002 two' is in two groups (in @MigrationGroup, in migrationtest.groups, or in"
                                + " group(...)). Name it in one of them.");
        assertThat(check.group("1", "1").plan().groups()).hasSize(3);
    }

    @Test
    void a_choice_of_nothing_is_told() {
        assertThatThrownBy(() -> selected("3", Set.of("1"), 0).plan())
                .hasMessage(
                        "None of 3 migrations is chosen by from=3, only=1, so nothing would be checked. Change from,"
                                + " only, latest or since.");
    }

    private MigrationCheck selected(String from, Set<String> only, int latest) {
        return check.select(
                new Selection(Optional.of(from).filter(name -> !name.isEmpty()), only, latest, Optional.empty()));
    }
}
