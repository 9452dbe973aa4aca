package org.migrationtest.source.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationSession;

/** Flyway on connections that share one transaction, as a round trip in savepoints gives them. */
class FlywaySharedTransactionTest {
    @Test
    void goes_up_down_and_up_and_leaves_nothing_when_rolled_back(@TempDir Path folder) throws SQLException {
        try (FlywayProject project = new FlywayProject(folder)) {
            project.script("V1__person.sql", "CREATE TABLE person (id int, name text);")
                    .script("U1__person.sql", "DROP TABLE person;")
                    .script("V2__copy.sql", "COPY person (id, name) FROM stdin;", "1\tAda", "\\.")
                    .script("U2__copy.sql", "DELETE FROM person;")
                    .script("R__people.sql", "CREATE OR REPLACE VIEW people AS SELECT * FROM person;");
            try (SharedTransaction shared = new SharedTransaction(project.dataSource());
                    MigrationSession session = project.session(shared)) {
                session.up(project.migration("1"));
                session.down(project.migration("1"));
                assertThat(session.history(shared.physical(), project.migration("1")))
                        .isEqualTo(new HistoryEntry(0, false));
                session.up(project.migration("1"));
                session.up(project.migration("2"));
                session.down(project.migration("2"));
                session.up(project.migration("2"));
                session.up(project.migration("R__people.sql"));
                session.repeat(project.migration("R__people.sql"));
                assertThat(FlywayProject.rows(shared.physical(), "SELECT * FROM people"))
                        .containsExactly("1|Ada");
                assertThat(session.history(shared.physical(), project.migration("2")))
                        .isEqualTo(new HistoryEntry(3, true));
            }
            assertThat(project.tables()).isEmpty();
        }
    }

    @Test
    void failures_leave_the_history_untouched_and_the_transaction_usable(@TempDir Path folder) throws SQLException {
        try (FlywayProject project = new FlywayProject(folder)) {
            project.script("V1__person.sql", "CREATE TABLE person (id int);")
                    .script("U1__person.sql", "DROP TABLE persons;")
                    .script("V2__bad.sql", "CREATE TABLE pet (id int);", "SELECT nonsense;");
            try (SharedTransaction shared = new SharedTransaction(project.dataSource());
                    MigrationSession session = project.session(shared)) {
                session.up(project.migration("1"));
                assertThatThrownBy(() -> session.up(project.migration("2")))
                        .hasMessageStartingWith("ERROR: column \"nonsense\" does not exist")
                        .hasNoSuppressedExceptions();
                assertThatThrownBy(() -> session.down(project.migration("1")))
                        .hasMessage("ERROR: table \"persons\" does not exist")
                        .hasNoSuppressedExceptions();
                assertThat(session.history(shared.physical(), project.migration("1")))
                        .isEqualTo(new HistoryEntry(1, true));
                assertThat(FlywayProject.rows(shared.physical(), "SELECT to_regclass('person'), to_regclass('pet')"))
                        .containsExactly("person|null");
            }
        }
    }
}
