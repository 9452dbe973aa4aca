package org.migrationtest.sample.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.junit.Allow;
import org.migrationtest.junit.Databases;
import org.migrationtest.junit.Irreversible;
import org.migrationtest.junit.MigrationGroup;
import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.RollbackRoundTrip;
import org.migrationtest.junit.Seed;
import org.migrationtest.junit.TimeLimit;

/** Annotations and properties that make no sense. */
class BadSettingsTest {
    private static final String ASKED_FOR =
            "It was asked for in @Databases, in the property migrationtest.databases, or in databases(...).";
    private static final String NEWEST =
            " Migrations are named by id or label; the newest are '1' (1 cities), '2' (2 streets).";

    @TempDir
    Path folder;

    @TempDir
    Path results;

    @BeforeEach
    void write() throws IOException {
        for (String name : new String[] {"1_cities", "2_streets"}) {
            String table = name.substring(2);
            Files.writeString(folder.resolve(name + ".up.sql"), "create table " + table + " (id int);");
            Files.writeString(folder.resolve(name + ".down.sql"), "drop table " + table + ";");
        }
    }

    @Test
    void an_unknown_engine() {
        assertThat(given("databases", "oracle:19").toldInsteadOfTests())
                .isEqualTo("migration-test knows no database engine 'oracle', only postgres. " + ASKED_FOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres:11", "postgres:12", "postgres:99"})
    void a_version_that_is_not_supported(String version) {
        assertThat(given("databases", "postgres:17," + version).toldInsteadOfTests())
                .isEqualTo(version + " is not supported: of postgres migration-test knows the versions 13 to 18. "
                        + ASKED_FOR + " Ask for one of those.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres:latest", "postgres", "17"})
    void what_names_no_version(String text) {
        assertThat(given("databases", text).toldInsteadOfTests())
                .isEqualTo("'" + text + "' names no database: expected ENGINE:VERSION, the version beginning with its"
                        + " number, for example postgres:17. Write it so in @Databases, in the property"
                        + " migrationtest.databases, or in databases(...).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rows             | many   | Property migrationtest.rows is 'many', expected a whole number from 0 to 9223372036854775807.
            rows             | -1     | Property migrationtest.rows is '-1', expected a whole number from 0 to 9223372036854775807.
            timeLimit        | 0s     | Property migrationtest.timeLimit is '0s', expected a time such as 90s or 5m.
            wholeChain       | maybe  | Property migrationtest.wholeChain is 'maybe', expected true or false.
            row              | 5      | There is no property 'migrationtest.row'. Did you mean 'migrationtest.rows'?
            options.layout   | pairs  | There is no property 'migrationtest.options.layout'. Did you mean 'migrationtest.option.layout'?
            option.layuot    | pairs  | SQL files have no option layuot; there is one: layout.
            severity.up-fail | report | There is no rule 'up-fail', named by the property migrationtest.severity.up-fail. Did you mean 'up-fails'?
            """)
    void a_property(String name, String value, String message) {
        assertThat(given(name, value).toldInsteadOfTests()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            from   | 9   | from (in @RollbackRoundTrip, in migrationtest.from, or in select(...))
            only   | 1,9 | only (in @RollbackRoundTrip, in migrationtest.only, or in select(...))
            groups | 1,9 | a group (in @MigrationGroup, in migrationtest.groups, or in group(...))
            """)
    void a_migration_that_does_not_exist(String name, String value, String by) {
        assertThat(given(name, value).toldInsteadOfTests())
                .isEqualTo("There is no migration '9', named by " + by + "." + NEWEST);
    }

    @Test
    void a_folder_for_results_that_cannot_be_one() throws IOException {
        Path file = Files.createFile(results.resolve("file"));
        assertThat(given("report", file).toldInsteadOfTests())
                .isEqualTo("The results cannot be written to " + file + ": java.nio.file.FileAlreadyExistsException: "
                        + file + ". The folder is set by migrationtest.report, or by report(...).");
    }

    @MigrationTest
    @Allow(migration = "2", rule = "down-fail", because = "it is only a test")
    static class AllowsNoRule extends Given.Users {}

    @MigrationTest
    @Allow(migration = "2", rule = "Down fails", because = "it is only a test")
    static class AllowsNonsense extends Given.Users {}

    @MigrationTest
    @Irreversible(migration = "2", because = "")
    static class GivesNoReason extends Given.Users {}

    @MigrationTest
    @Databases({})
    static class NamesNoDatabase extends Given.Users {}

    @MigrationTest
    @Databases("postgres:9.6")
    static class NamesAnOldDatabase extends Given.Users {}

    @MigrationTest
    @Seed(rows = -1)
    static class WantsLessThanNoRows extends Given.Users {}

    @MigrationTest
    @TimeLimit("-5s")
    static class WantsLessThanNoTime extends Given.Users {}

    @MigrationTest
    @MigrationGroup({})
    static class GroupsNothing extends Given.Users {}

    @MigrationTest
    static class ChoosesAMistypedOne {
        @RollbackRoundTrip(only = "2 street")
        void comes_back() {}
    }

    @Test
    void an_annotation() {
        assertThat(told(AllowsNoRule.class))
                .isEqualTo("There is no rule 'down-fail', named by @Allow(migration = \"2\"), or by allow(...). Did you"
                        + " mean 'down-fails'?");
        assertThat(told(AllowsNonsense.class))
                .isEqualTo("@Allow(migration = \"2\", rule = \"Down fails\") names no rule; rules are lower-case words"
                        + " joined by hyphens, such as up-fails.");
        assertThat(told(GivesNoReason.class))
                .isEqualTo(
                        "An exception for migration '2' needs a reason: write why it is intended, the report shows it.");
        assertThat(told(NamesNoDatabase.class))
                .isEqualTo("No database is named, so nothing would be checked. Name one in @Databases, in the property"
                        + " migrationtest.databases, or in databases(...).");
        assertThat(told(NamesAnOldDatabase.class))
                .isEqualTo("postgres:9.6 is not supported: of postgres migration-test knows the versions 13 to 18. "
                        + ASKED_FOR + " Ask for one of those.");
        assertThat(told(WantsLessThanNoRows.class))
                .isEqualTo("rows is -1, expected 0 or more. It is set in @Seed, or in rows(...).");
        assertThat(told(WantsLessThanNoTime.class)).isEqualTo("@TimeLimit(\"-5s\") is no time; write 90s, 5m or 1h.");
        assertThat(told(GroupsNothing.class))
                .isEqualTo("A group names no migration (in @MigrationGroup, in migrationtest.groups, or in group(...))."
                        + " Name those that are rolled back together.");
        assertThat(told(ChoosesAMistypedOne.class))
                .isEqualTo(
                        "There is no migration '2 street', named by only (in @RollbackRoundTrip, in migrationtest.only,"
                                + " or in select(...)). Did you mean '2 streets'?" + NEWEST);
    }

    private String told(Class<?> type) {
        Map<String, String> failures = Given.failures(type, given("seed", 1).parameters());
        assertThat(failures).containsOnlyKeys("nothing was tested");
        return failures.values().iterator().next();
    }

    private Given given(String property, Object value) {
        return Given.migrations(results, "sql", "filesystem:" + folder).with(property, value);
    }
}
