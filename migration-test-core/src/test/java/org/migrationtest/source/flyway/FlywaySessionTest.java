package org.migrationtest.source.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.schema.TableName;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.flyway.code.Hearing;

class FlywaySessionTest {
    private static final String HISTORY =
            "SELECT version, description, type, script, success FROM flyway_schema_history ORDER BY installed_rank";

    private FlywayProject project;

    @BeforeEach
    void make_project(@TempDir Path folder) {
        project = new FlywayProject(folder);
    }

    @AfterEach
    void drop_database() {
        project.close();
    }

    private void assertThatPlainFlywayAgrees() {
        assertThat(project.plainFlyway().validateWithResult().invalidMigrations).isEmpty();
        assertThat(project.plainFlyway().info().pending()).isEmpty();
    }

    @Test
    void preparing_makes_the_history_and_applies_nothing() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);").script("R__view.sql", "SELECT 1;");
        try (MigrationSession session = project.session()) {
            session.prepare();
            assertThat(project.tables()).containsExactly("flyway_schema_history");
            assertThat(project.history(session, "1")).isEqualTo(new HistoryEntry(0, false));
            assertThat(session.historyTables()).containsExactly(new TableName("public", "flyway_schema_history"));
        }
    }

    @Test
    void applies_one_at_a_time_in_order_and_plain_flyway_agrees() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("V1.1__pet.sql", "CREATE TABLE pet (id int);")
                .script("V010__house.sql", "CREATE TABLE house (id int);")
                .script("R__people.sql", "CREATE OR REPLACE VIEW people AS SELECT * FROM person;");
        try (MigrationSession session = project.session()) {
            List<Migration> migrations = project.catalog().migrations();
            for (int i = 0; i < migrations.size(); i++) {
                String id = migrations.get(i).id().value();
                assertThat(project.history(session, id)).isEqualTo(new HistoryEntry(i, false));
                session.up(migrations.get(i));
                assertThat(project.history(session, id)).isEqualTo(new HistoryEntry(i + 1L, true));
            }
        }
        assertThat(project.tables()).containsExactly("flyway_schema_history", "house", "person", "pet");
        assertThatPlainFlywayAgrees();
    }

    @Test
    void a_migration_that_is_applied_already_is_an_error() {
        project.script("V1__person.sql", "CREATE TABLE IF NOT EXISTS person (id int);");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            assertThatThrownBy(() -> session.up(project.migration("1")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("Flyway ran 0 migrations instead of one: to its history, this one is not due"
                            + " (applied already, or below a newer or a baseline version)");
        }
    }

    @Test
    void undo_leaves_the_history_as_if_the_migration_had_never_run() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("V2__pet.sql", "CREATE TABLE ${name} (id int);")
                .script("U2__pet.sql", "DROP TABLE ${name};")
                .option("placeholders.name", "pet");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            List<String> before = project.rows("SELECT * FROM flyway_schema_history");
            session.up(project.migration("2"));
            session.down(project.migration("2"));
            assertThat(project.rows("SELECT * FROM flyway_schema_history")).isEqualTo(before);
            assertThat(project.tables()).containsExactly("flyway_schema_history", "person");
            session.up(project.migration("2"));
        }
        assertThat(project.tables()).containsExactly("flyway_schema_history", "person", "pet");
        assertThatPlainFlywayAgrees();
    }

    @Test
    void the_chain_can_be_unwound_while_repeatable_migrations_stay() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("U1__person.sql", "DROP TABLE person;")
                .script("V2__pet.sql", "CREATE TABLE pet (id int);")
                .script("U2__pet.sql", "DROP TABLE pet;")
                .script("R__now.sql", "CREATE OR REPLACE VIEW now AS SELECT 1 AS one;");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            session.down(project.migration("2"));
            session.down(project.migration("1"));
            assertThat(project.rows(HISTORY)).containsExactly("null|now|SQL|R__now.sql|t");
            session.up(project.migration("1"));
            session.up(project.migration("2"));
        }
        assertThatPlainFlywayAgrees();
    }

    @Test
    void a_failed_undo_leaves_the_history_untouched_and_says_where() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("U1__person.sql", "-- back", "", "DROP TABLE persons;");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            List<String> before = project.rows("SELECT * FROM flyway_schema_history");
            assertThatThrownBy(() -> session.down(project.migration("1")))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure).hasMessage("ERROR: table \"persons\" does not exist");
                        assertThat(failure.statement()).contains("DROP TABLE persons");
                        assertThat(failure.location().orElseThrow().toString()).endsWith("/U1__person.sql:3");
                    });
            assertThat(project.rows("SELECT * FROM flyway_schema_history")).isEqualTo(before);
        }
        assertThatPlainFlywayAgrees();
    }

    @Test
    void an_undo_that_fails_outside_a_transaction_leaves_the_history_untouched() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("U1__person.sql", "DROP INDEX CONCURRENTLY nowhere;");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            List<String> before = project.rows("SELECT * FROM flyway_schema_history");
            assertThatThrownBy(() -> session.down(project.migration("1")))
                    .hasMessage("ERROR: index \"nowhere\" does not exist");
            assertThat(project.rows("SELECT * FROM flyway_schema_history")).isEqualTo(before);
        }
    }

    @Test
    void what_has_no_way_back_is_refused() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            assertThatThrownBy(() -> session.down(project.migration("1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("V1 person has no undo script");
            assertThatThrownBy(() -> session.repeat(project.migration("1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("V1 person is not repeatable");
        }
    }

    @Test
    void scripts_that_need_their_own_transactions_go_up_and_down() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("V2__index.sql", "CREATE INDEX CONCURRENTLY person_id ON person (id);")
                .script("U2__index.sql", "DROP INDEX CONCURRENTLY person_id;")
                .script("V3__vacuum.sql", "VACUUM person;")
                .script("V3__vacuum.sql.conf", "executeInTransaction=false");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            session.up(project.migration("2"));
            assertThat(project.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'person_id'::regclass"))
                    .containsExactly("t");
            session.down(project.migration("2"));
            assertThat(project.rows("SELECT to_regclass('person_id')")).containsExactly("null");
            session.up(project.migration("2"));
            session.up(project.migration("3"));
        }
        assertThatPlainFlywayAgrees();
    }

    @Test
    void mixed_scripts_run_only_where_the_user_says_so() {
        project.script(
                "V1__mixed.sql",
                "CREATE TABLE person (id int);",
                "CREATE INDEX CONCURRENTLY person_id ON person (id);");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> session.up(project.migration("1")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("mixed");
        }
        project.option("mixed", "true");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
        }
        assertThat(project.rows("SELECT to_regclass('person_id')")).containsExactly("person_id");
    }

    @Test
    void copy_from_stdin_is_data() {
        project.script(
                        "V1__person.sql",
                        "CREATE TABLE person (id int, name text);",
                        "COPY person (id, name) FROM stdin;",
                        "1\tAda",
                        "2\tGrace; Hopper",
                        "\\.",
                        "UPDATE person SET name = upper(name) WHERE id = 1;")
                .script("V2__bad.sql", "", "COPY person (id, name) FROM stdin;", "x\tnobody", "\\.");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            assertThat(project.rows("SELECT * FROM person ORDER BY id")).containsExactly("1|ADA", "2|Grace; Hopper");
            assertThatThrownBy(() -> session.up(project.migration("2")))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure.getMessage())
                                .startsWith("ERROR: invalid input syntax for type integer: \"x\"");
                        assertThat(failure.location().orElseThrow().toString()).endsWith("/V2__bad.sql:2");
                    });
        }
    }

    @Test
    void java_migrations_take_their_turn() {
        project.script("V1__person.sql", "CREATE TABLE person (id int, name text);")
                .script("V3__upper.sql", "UPDATE person SET name = upper(name);")
                .script("U2__Fill_names.sql", "DELETE FROM person;")
                .location("classpath:org/migrationtest/source/flyway/code");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            session.up(project.migration("2"));
            session.down(project.migration("2"));
            assertThat(project.rows("SELECT count(*) FROM person")).containsExactly("0");
            session.up(project.migration("2"));
            session.up(project.migration("3"));
        }
        assertThat(project.rows("SELECT * FROM person")).containsExactly("1|ADA");
        assertThatPlainFlywayAgrees();
    }

    @Test
    void a_java_migration_that_fails_says_what_the_database_said() {
        project.script("V1__nothing.sql", "SELECT 1;").location("classpath:org/migrationtest/source/flyway/code");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1"));
            assertThatThrownBy(() -> session.up(project.migration("2")))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure.getMessage()).startsWith("ERROR: relation \"person\" does not exist");
                        assertThat(failure.location().orElseThrow())
                                .hasToString("org.migrationtest.source.flyway.code.V2__Fill_names");
                        assertThat(failure.sqlException().orElseThrow().getSQLState())
                                .isEqualTo("42P01");
                    });
        }
    }

    @Test
    void a_repeatable_migration_runs_again_and_its_history_is_that_of_one_run() {
        project.script("V1__log.sql", "CREATE TABLE log (entry text);")
                .script("R__log.sql", "INSERT INTO log VALUES ('${entry}');")
                .option("placeholders.entry", "hello");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            session.repeat(project.migration("R__log.sql"));
            assertThat(project.history(session, "R__log.sql")).isEqualTo(new HistoryEntry(2, true));
        }
        assertThat(project.rows("SELECT * FROM log")).containsExactly("hello", "hello");
        assertThat(project.rows(HISTORY)).containsExactly("1|log|SQL|V1__log.sql|t", "null|log|SQL|R__log.sql|t");
        assertThatPlainFlywayAgrees();
    }

    @Test
    void a_repeatable_migration_that_cannot_run_again_leaves_the_history_untouched() {
        project.script("R__view.sql", "CREATE VIEW one AS SELECT 1;");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            List<String> before = project.rows("SELECT * FROM flyway_schema_history");
            assertThatThrownBy(() -> session.repeat(project.migration("R__view.sql")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("ERROR: relation \"one\" already exists");
            assertThat(project.rows("SELECT * FROM flyway_schema_history")).isEqualTo(before);
        }
        assertThatPlainFlywayAgrees();
    }

    @Test
    void schemas_are_made_before_the_first_migration_and_hold_the_history() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);", "CREATE TABLE other.pet (id int);")
                .script("U1__person.sql", "DROP TABLE person;", "DROP TABLE other.pet;")
                .option("schemas", "shop,other")
                .option("table", "Shop history");
        try (MigrationSession session = project.session()) {
            assertThat(session.historyTables()).containsExactly(new TableName("shop", "Shop history"));
            assertThat(project.history(session, "1")).isEqualTo(new HistoryEntry(0, false));
            session.up(project.migration("1"));
            session.down(project.migration("1"));
            session.up(project.migration("1"));
            assertThat(project.history(session, "1")).isEqualTo(new HistoryEntry(1, true));
        }
        assertThat(project.rows("SELECT to_regclass('shop.person'), to_regclass('other.pet')"))
                .containsExactly("shop.person|other.pet");
        assertThatPlainFlywayAgrees();
    }

    @Test
    void sql_callbacks_hear_what_they_would_hear_in_production() {
        project.script("V1__log.sql", "CREATE TABLE log (no serial, entry text);")
                .script("V2__pet.sql", "CREATE TABLE pet (id int);")
                .script("U2__pet.sql", "DROP TABLE pet;")
                .script("beforeEachMigrate.sql", "SELECT 1;")
                .script("afterEachMigrate.sql", "INSERT INTO log (entry) VALUES ('migrated');")
                .script("afterMigrate__first.sql", "INSERT INTO log (entry) VALUES ('end');")
                .script("beforeEachUndo.sql", "INSERT INTO log (entry) VALUES ('before undo');")
                .script("afterUndo__grants.sql", "INSERT INTO log (entry) VALUES ('undone');");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            session.down(project.migration("2"));
        }
        assertThat(project.rows("SELECT entry FROM log ORDER BY no"))
                .containsExactly("migrated", "end", "migrated", "end", "before undo", "undone");
    }

    @Test
    void java_callbacks_hear_what_they_would_hear_in_production() {
        project.script("V1__pet.sql", "CREATE TABLE pet (id int);")
                .script("U1__pet.sql", "DROP TABLE pet;")
                .option("callbacks", Hearing.class.getName());
        try (MigrationSession session = project.session()) {
            Hearing.HEARD.clear();
            session.up(project.migration("1"));
            assertThat(Hearing.HEARD)
                    .contains("beforeEachMigrate", "afterMigrate")
                    .doesNotContain("beforeUndo");
            Hearing.HEARD.clear();
            session.down(project.migration("1"));
            assertThat(Hearing.HEARD)
                    .contains("beforeUndo", "beforeEachUndo", "afterEachUndo", "afterUndo")
                    .doesNotContain("beforeMigrate", "afterMigrate");
        }
    }

    @Test
    void a_callback_for_the_end_of_a_deployment_may_fail_before_the_end() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("V2__pet.sql", "CREATE TABLE pet (id int);")
                .script("afterMigrate.sql", "INSERT INTO pet VALUES (1);");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
        }
        assertThat(project.rows("SELECT count(*) FROM pet")).containsExactly("1");
    }

    @Test
    void a_callback_that_fails_after_the_last_migration_is_a_failure() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("afterMigrate.sql", "INSERT INTO pet VALUES (1);");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> project.upAll(session))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure.getMessage()).startsWith("ERROR: relation \"pet\" does not exist");
                        assertThat(failure.location().orElseThrow().toString()).endsWith("/afterMigrate.sql");
                    });
        }
    }

    @Test
    void a_callback_that_fails_with_its_migration_is_a_failure() {
        project.script("V1__person.sql", "CREATE TABLE person (id int);")
                .script("V2__pet.sql", "CREATE TABLE pet (id int);")
                .script("afterEachMigrate.sql", "INSERT INTO pet VALUES (1);");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> session.up(project.migration("1"))).isInstanceOf(MigrationFailedException.class);
            assertThat(project.history(session, "1")).isEqualTo(new HistoryEntry(0, false));
        }
    }

    @Test
    void a_failing_script_says_what_the_database_said_and_where() {
        project.script(
                "V1__orders.sql",
                "-- orders",
                "CREATE TABLE orders (id int);",
                "",
                "INSERT INTO orders",
                "  VALUES ('seven');");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> session.up(project.migration("1")))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure)
                                .hasMessage("ERROR: invalid input syntax for type integer: \"seven\"\n  Position: 30");
                        assertThat(failure.statement()).contains("INSERT INTO orders\n  VALUES ('seven')");
                        assertThat(failure.location().orElseThrow().toString()).endsWith("/V1__orders.sql:4");
                        assertThat(failure.location().orElseThrow().file()).isPresent();
                        assertThat(failure.sqlException().orElseThrow().getSQLState())
                                .isEqualTo("22P02");
                    });
            assertThat(project.tables()).containsExactly("flyway_schema_history");
            assertThat(project.history(session, "1")).isEqualTo(new HistoryEntry(0, false));
        }
    }

    @Test
    void a_script_that_cannot_be_parsed_says_where() {
        project.script("V1__quote.sql", "SELECT 1;", "DO $$ BEGIN", "PERFORM 1; END;")
                .script("V2__placeholder.sql", "SELECT '${nobody}';");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> session.up(project.migration("1")))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure)
                                .hasMessage("ERROR: unterminated dollar-quoted string at or near \"$$ BEGIN\n"
                                        + "PERFORM 1; END;\"\n  Position: 4");
                        assertThat(failure.location().orElseThrow().toString()).endsWith("/V1__quote.sql:2");
                    });
            assertThatThrownBy(() -> session.up(project.migration("2")))
                    .isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
                        assertThat(failure)
                                .hasMessage("No value provided for placeholder: ${nobody}.  Check your configuration!");
                        assertThat(failure.location().orElseThrow().toString()).endsWith("/V2__placeholder.sql");
                    });
        }
    }
}
