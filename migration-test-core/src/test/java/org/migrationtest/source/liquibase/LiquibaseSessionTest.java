package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

class LiquibaseSessionTest {
    private LiquibaseProject project;

    @BeforeEach
    void make_project(@TempDir Path folder) {
        project = new LiquibaseProject(folder);
    }

    @AfterEach
    void drop_database() {
        project.close();
    }

    private void everyFormat() {
        project.file(
                        "root.yaml",
                        "databaseChangeLog:",
                        "- include: {file: a.sql, relativeToChangelogFile: true}",
                        "- include: {file: b.xml, relativeToChangelogFile: true}",
                        "- include: {file: c.yaml, relativeToChangelogFile: true}",
                        "- include: {file: d.json, relativeToChangelogFile: true}")
                .sql(
                        "a.sql",
                        "--changeset al:1 labels:core context:all",
                        "--comment: the first",
                        "create table a (id int primary key);",
                        "insert into a values (1);",
                        "--rollback drop table a;")
                .xml(
                        "b.xml",
                        "<changeSet id='2' author='bo'><createTable tableName='b'><column name='id' type='int'/>",
                        "</createTable></changeSet>",
                        "<changeSet id='3' author='bo'><sql>create view vb as select * from b</sql>",
                        "<rollback><sql>drop view vb</sql></rollback></changeSet>",
                        "<changeSet id='4' author='bo'><validCheckSum>ANY</validCheckSum><tagDatabase tag='v1'/></changeSet>")
                .file(
                        "c.yaml",
                        "databaseChangeLog:",
                        "- changeSet:",
                        "    id: '5'",
                        "    author: cy",
                        "    changes:",
                        "    - addColumn: {tableName: a, columns: [{column: {name: note, type: text, defaultValue: hi}}]}")
                .file(
                        "d.json",
                        "{\"databaseChangeLog\": [{\"changeSet\": {\"id\": \"6\", \"author\": \"di\", \"runOnChange\": true,",
                        "\"changes\": [{\"createIndex\": {\"tableName\": \"a\", \"indexName\": \"ia\",",
                        "\"columns\": [{\"column\": {\"name\": \"note\"}}]}}]}}]}");
    }

    private List<String> unrun() {
        return project.plain((liquibase, contexts, labels) -> {
            liquibase.validate();
            return liquibase.listUnrunChangeSets(contexts, labels).stream()
                    .map(Object::toString)
                    .toList();
        });
    }

    private MigrationFailedException failure(Runnable step) {
        return catchThrowableOfType(MigrationFailedException.class, step::run);
    }

    @Test
    void preparing_makes_the_history_and_runs_nothing() {
        everyFormat();
        try (MigrationSession session = project.session()) {
            assertThat(project.relations()).isEmpty();
            assertThat(project.history(session, project.migration("1 by al"))).isEqualTo(new HistoryEntry(0, false));
            assertThat(session.historyTables())
                    .containsExactlyInAnyOrder(
                            new TableName("public", "databasechangelog"),
                            new TableName("public", "databasechangeloglock"));
            session.prepare();
        }
    }

    @Test
    void opening_a_session_changes_nothing() {
        everyFormat();
        MigrationSession session = project.source().open(project.catalog(), project.target(project.dataSource()));
        assertThat(session.historyTables()).hasSize(2);
        session.close();
        assertThat(project.rows("SELECT relname FROM pg_class WHERE relname LIKE 'databasechangelog%'"))
                .isEmpty();
    }

    @Test
    void applies_one_at_a_time_and_plain_liquibase_finds_nothing_to_run() {
        everyFormat();
        try (MigrationSession session = project.session()) {
            List<Migration> migrations = project.catalog().migrations();
            for (int i = 0; i < migrations.size(); i++) {
                assertThat(project.history(session, migrations.get(i))).isEqualTo(new HistoryEntry(i, false));
                session.up(migrations.get(i));
                assertThat(project.history(session, migrations.get(i))).isEqualTo(new HistoryEntry(i + 1L, true));
            }
        }
        assertThat(project.relations()).containsExactly("a", "b", "vb");
        assertThat(unrun()).isEmpty();
    }

    @Test
    void leaves_the_history_that_plain_liquibase_leaves(@TempDir Path other) {
        everyFormat();
        try (MigrationSession session = project.session()) {
            project.upAll(session);
        }
        List<String> ours = project.historyRows();
        project.execute("DROP TABLE databasechangelog; DROP VIEW vb; DROP TABLE a, b");
        project.plain((liquibase, contexts, labels) -> {
            liquibase.update(contexts, labels);
            return liquibase;
        });
        assertThat(ours).hasSize(6).isEqualTo(project.historyRows());
    }

    @Test
    void rolls_back_one_at_a_time_as_if_it_had_never_run() {
        everyFormat();
        try (MigrationSession session = project.session()) {
            List<Migration> migrations = project.catalog().migrations();
            for (Migration migration : migrations) {
                List<String> before = project.historyRows();
                List<String> relations = project.relations();
                session.up(migration);
                List<String> after = project.historyRows();
                session.down(migration);
                assertThat(project.historyRows()).as(migration.label()).isEqualTo(before);
                assertThat(project.relations()).isEqualTo(relations);
                session.up(migration);
                assertThat(project.historyRows()).isEqualTo(after);
            }
        }
        assertThat(unrun()).isEmpty();
    }

    @Test
    void rolls_back_to_nothing() {
        everyFormat();
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            List<Migration> migrations = project.catalog().migrations();
            for (int i = migrations.size() - 1; i >= 0; i--) {
                session.down(migrations.get(i));
            }
        }
        assertThat(project.relations()).isEmpty();
        assertThat(project.historyRows()).isEmpty();
    }

    @Test
    void refuses_to_roll_back_what_has_no_way_back() {
        project.sql("root.sql", "--changeset a:1", "create table t (id int);");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            assertThatThrownBy(() -> session.down(project.migration("1 by a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "1 by a has no way back: None[reason=sql has no generated rollback and none is written]");
        }
    }

    @Test
    void runs_again_what_always_runs() {
        project.sql(
                "root.sql",
                "--changeset a:1",
                "create table t (id int);",
                "--changeset a:2 runAlways:true",
                "insert into t values (1);",
                "--rollback delete from t;");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            session.repeat(project.migration("2 by a"));
            assertThat(project.rows("SELECT count(*) FROM t")).containsExactly("2");
            assertThat(project.history(session, project.migration("2 by a"))).isEqualTo(new HistoryEntry(2, true));
            assertThat(project.rows("SELECT exectype FROM databasechangelog WHERE id = '2'"))
                    .containsExactly("RERAN");
            assertThatThrownBy(() -> session.repeat(project.migration("1 by a")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("1 by a is neither runAlways nor runOnChange");
        }
    }

    @Test
    void a_changeset_may_run_outside_a_transaction() {
        project.sql(
                "root.sql",
                "--changeset a:1",
                "create table t (id int);",
                "--changeset a:2 runInTransaction:false",
                "create index concurrently it on t (id);",
                "--rollback drop index concurrently it;");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            session.down(project.migration("2 by a"));
            session.up(project.migration("2 by a"));
        }
        assertThat(unrun()).isEmpty();
    }

    @Test
    void a_statement_that_fails_is_named_with_the_servers_message_and_leaves_nothing() {
        project.sql("root.sql", "--changeset a:1", "create table t (id int);", "", "insert into nowhere values (1);");
        try (MigrationSession session = project.session()) {
            MigrationFailedException failure = failure(() -> session.up(project.migration("1 by a")));

            assertThat(failure).hasMessage("ERROR: relation \"nowhere\" does not exist\n  Position: 13");
            assertThat(failure.statement()).contains("insert into nowhere values (1)");
            assertThat(failure.location()).map(Object::toString).contains("root.sql:5");
            assertThat(failure.sqlException()).map(sql -> sql.getSQLState()).contains("42P01");
            assertThat(project.relations()).isEmpty();
            assertThat(project.history(session, project.migration("1 by a"))).isEqualTo(new HistoryEntry(0, false));
        }
    }

    @Test
    void a_statement_that_is_written_twice_is_told_with_its_changeset() {
        project.sql(
                "root.sql",
                "--changeset a:1",
                "create table t (id int unique);",
                "insert into t values (1);",
                "insert into t values (1);",
                "--changeset a:2",
                "insert into t values (1);");
        try (MigrationSession session = project.session()) {
            assertThat(failure(() -> session.up(project.migration("1 by a"))).location())
                    .map(Object::toString)
                    .contains("root.sql:2");
        }
    }

    @Test
    void a_rollback_that_fails_is_named_likewise_and_stays_in_the_history() {
        project.sql("root.sql", "--changeset a:1", "create table t (id int);", "--rollback drop table u;");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            MigrationFailedException failure = failure(() -> session.down(project.migration("1 by a")));

            assertThat(failure).hasMessage("ERROR: table \"u\" does not exist");
            assertThat(failure.statement()).contains("drop table u");
            assertThat(failure.location()).map(Object::toString).contains("root.sql:4");
            assertThat(project.relations()).containsExactly("t");
            assertThat(project.history(session, project.migration("1 by a"))).isEqualTo(new HistoryEntry(1, true));
        }
    }

    @Test
    void a_deferred_constraint_that_fails_at_the_commit_fails_the_changeset() {
        project.sql(
                "root.sql",
                "--changeset a:1",
                "create table t (id int primary key, parent int references t deferrable initially deferred);",
                "insert into t values (1, 2);");
        try (MigrationSession session = project.session()) {
            MigrationFailedException failure = failure(() -> session.up(project.migration("1 by a")));
            assertThat(failure.sqlException()).map(sql -> sql.getSQLState()).contains("23503");
        }
    }

    @Test
    void keeps_its_tables_where_the_options_say() {
        project.execute("CREATE SCHEMA tool; CREATE SCHEMA shop");
        project.xml(
                        "root.xml",
                        "<changeSet id='1' author='a'><createTable tableName='t'><column name='id' type='int'/></createTable></changeSet>")
                .option("databaseChangeLogTableName", "done")
                .option("databaseChangeLogLockTableName", "busy")
                .option("liquibaseSchemaName", "tool")
                .option("defaultSchemaName", "shop");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            assertThat(session.historyTables())
                    .containsExactlyInAnyOrder(new TableName("tool", "done"), new TableName("tool", "busy"));
            assertThat(project.history(session, project.migration("1 by a"))).isEqualTo(new HistoryEntry(1, true));
            assertThat(project.rows("SELECT relnamespace::regnamespace, relname FROM pg_class"
                            + " WHERE relname IN ('t', 'done')"))
                    .containsExactlyInAnyOrder("shop|t", "tool|done");
            session.down(project.migration("1 by a"));
        }
    }

    @Test
    void a_migration_of_another_changelog_is_a_mistake_of_the_caller() {
        project.xml("root.xml", "<changeSet id='1' author='a'/>");
        Migration migration = project.migration("1 by a");
        project.xml("root.xml", "<changeSet id='2' author='a'/>");
        try (MigrationSession session = project.session()) {
            assertThatThrownBy(() -> session.up(migration))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a changeset of this changelog: root.xml::1::a");
        }
    }
}
