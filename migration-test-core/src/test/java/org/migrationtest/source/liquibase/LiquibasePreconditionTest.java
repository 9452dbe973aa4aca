package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationFailedException;
import org.migrationtest.source.MigrationSession;

class LiquibasePreconditionTest {
    private LiquibaseProject project;

    @BeforeEach
    void make_project(@TempDir Path folder) {
        project = new LiquibaseProject(folder);
    }

    @AfterEach
    void drop_database() {
        project.close();
    }

    private MigrationSession needing(String attributes, String precondition) {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a'><preConditions " + attributes + ">" + precondition + "</preConditions>",
                "<createTable tableName='t'><column name='id' type='int'/></createTable></changeSet>");
        return project.session();
    }

    @Test
    void a_changeset_marked_as_run_is_in_the_history_and_has_changed_nothing() {
        try (MigrationSession session = needing("onFail='MARK_RAN'", "<tableExists tableName='gate'/>")) {
            session.up(project.migration("1 by a"));
            assertThat(project.history(session, project.migration("1 by a"))).isEqualTo(new HistoryEntry(1, true));
            assertThat(project.relations()).isEmpty();
            assertThat(project.rows("SELECT exectype FROM databasechangelog")).containsExactly("MARK_RAN");
        }
    }

    @Test
    void rolling_back_what_was_marked_runs_the_rollback_as_liquibase_does() {
        try (MigrationSession session = needing("onFail='MARK_RAN'", "<tableExists tableName='gate'/>")) {
            session.up(project.migration("1 by a"));
            String plain = project.plain((liquibase, contexts, labels) -> {
                try {
                    liquibase.rollback(1, contexts, labels);
                    return "rolled back";
                } catch (liquibase.exception.LiquibaseException error) {
                    return Failures.message(error);
                }
            });
            assertThat(plain).startsWith("ERROR: table \"t\" does not exist");
            assertThatThrownBy(() -> session.down(project.migration("1 by a")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage(
                            "ERROR: table \"t\" does not exist\nIts precondition had marked the changeset as run without"
                                    + " running it; Liquibase rolls back such a changeset like any other.");
        }
    }

    @Test
    void a_changeset_that_was_marked_once_runs_when_its_precondition_is_met() {
        try (MigrationSession session = needing("onFail='MARK_RAN'", "<tableExists tableName='gate'/>")) {
            session.up(project.migration("1 by a"));
            project.execute("DELETE FROM databasechangelog; CREATE TABLE gate (id int)");
            session.up(project.migration("1 by a"));
            assertThat(project.relations()).containsExactly("gate", "t");
            assertThat(project.rows("SELECT exectype FROM databasechangelog")).containsExactly("EXECUTED");
        }
    }

    @Test
    void preconditions_on_the_history_see_what_was_rolled_back_behind_liquibases_back() {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a'><createTable tableName='t'><column name='id' type='int'/></createTable></changeSet>",
                "<changeSet id='2' author='a'><preConditions onFail='MARK_RAN'>",
                "<changeSetExecuted id='1' author='a' changeLogFile='root.xml'/></preConditions>",
                "<createTable tableName='u'><column name='id' type='int'/></createTable></changeSet>");
        try (MigrationSession session = project.session()) {
            session.up(project.migration("1 by a"));
            session.up(project.migration("2 by a"));
            project.execute("DELETE FROM databasechangelog; DROP TABLE t, u");
            session.up(project.migration("2 by a"));
            assertThat(project.rows("SELECT id, exectype FROM databasechangelog"))
                    .containsExactly("2|MARK_RAN");
            assertThat(project.relations()).isEmpty();
        }
    }

    @Test
    void a_precondition_that_halts_fails_the_changeset() {
        try (MigrationSession session = needing("onFail='HALT'", "<tableExists tableName='gate'/>")) {
            assertThatThrownBy(() -> session.up(project.migration("1 by a")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("the precondition is not met: Table public.gate does not exist");
            assertThat(project.history(session, project.migration("1 by a"))).isEqualTo(new HistoryEntry(0, false));
        }
    }

    @Test
    void a_changeset_that_is_skipped_without_being_written_down_was_not_tested() {
        try (MigrationSession session = needing("onFail='CONTINUE'", "<tableExists tableName='gate'/>")) {
            assertThatThrownBy(() -> session.up(project.migration("1 by a")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("Liquibase skipped it without writing it to its history, so nothing was tested:"
                            + " the precondition is not met: Table public.gate does not exist (onFail=CONTINUE)");
        }
    }

    @Test
    void a_precondition_that_cannot_be_checked_is_treated_as_its_changeset_says() {
        try (MigrationSession session =
                needing("onError='MARK_RAN'", "<sqlCheck expectedResult='1'>select nonsense</sqlCheck>")) {
            session.up(project.migration("1 by a"));
            assertThat(project.rows("SELECT exectype FROM databasechangelog")).containsExactly("MARK_RAN");
        }
        try (MigrationSession session =
                needing("onError='HALT'", "<sqlCheck expectedResult='1'>select nonsense</sqlCheck>")) {
            project.execute("DELETE FROM databasechangelog");
            assertThatThrownBy(() -> session.up(project.migration("1 by a")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessage("ERROR: column \"nonsense\" does not exist\n  Position: 8");
        }
    }

    @Test
    void a_failure_that_liquibase_is_told_to_ignore_is_a_failure_here() {
        project.xml(
                "root.xml", "<changeSet id='1' author='a' failOnError='false'><sql>select nonsense</sql></changeSet>");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> session.up(project.migration("1 by a")))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageStartingWith(
                            "it failed, and failOnError=\"false\" lets Liquibase go on without writing it to"
                                    + " its history: ERROR: column \"nonsense\" does not exist");
        }
    }

    @Test
    void preconditions_of_the_whole_changelog_are_checked_before_the_first_changeset() {
        project.xml(
                "root.xml",
                "<preConditions><tableExists tableName='gate'/></preConditions>",
                "<changeSet id='1' author='a'/>");
        assertThatThrownBy(() -> project.session())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("1 preconditions failed")
                .hasMessageContaining("Table public.gate does not exist");
        project.execute("CREATE TABLE gate (id int)");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
        }
    }
}
