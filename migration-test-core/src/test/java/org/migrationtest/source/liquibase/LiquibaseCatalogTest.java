package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.ScriptText;

class LiquibaseCatalogTest {
    private LiquibaseProject project;

    @BeforeEach
    void make_project(@TempDir Path folder) {
        project = new LiquibaseProject(folder);
    }

    @AfterEach
    void drop_database() {
        project.close();
    }

    private List<String> labels() {
        return project.catalog().migrations().stream().map(Migration::label).toList();
    }

    private WayBack wayBack(String label) {
        return project.migration(label).wayBack();
    }

    /** What Liquibase itself says that it would run on the empty database. */
    private List<String> unrun() {
        return project.plain((liquibase, contexts, labels) -> liquibase.listUnrunChangeSets(contexts, labels).stream()
                .map(changeSet -> changeSet.toString(false))
                .toList());
    }

    private List<String> ids() {
        return project.catalog().migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }

    @Test
    void tells_the_sql_of_changes_as_far_as_it_is_known_without_a_server() {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='al'>",
                "<update tableName='a'><column name='note'/><where>kind = 'legacy'</where></update>",
                "<sql>DELETE FROM a WHERE kind = 'old'</sql>",
                "<rollback><delete tableName='a'><where>kind = 'new'</where></delete></rollback>",
                "</changeSet>",
                "<changeSet id='2' author='al'>",
                "<addForeignKeyConstraint constraintName='f' baseTableName='a' baseColumnNames='b'",
                " referencedTableName='c' referencedColumnNames='id'/>",
                "</changeSet>",
                "<changeSet id='3' author='al'>",
                "<sql>SELECT 3</sql><executeCommand executable='never'/>",
                "</changeSet>");

        Map<MigrationId, ScriptText> scripts = project.catalog().scripts();

        assertThat(scripts)
                .containsOnly(
                        Map.entry(
                                new MigrationId("root.xml::1::al"),
                                new ScriptText(
                                        "UPDATE a SET note = NULL WHERE kind = 'legacy';\nDELETE FROM a WHERE kind = 'old'",
                                        "DELETE FROM a WHERE kind = 'new'")),
                        Map.entry(
                                new MigrationId("root.xml::2::al"),
                                new ScriptText(
                                        "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c (id)", "")));
    }

    @Test
    void a_default_schema_is_that_of_its_own_project(@TempDir Path other) {
        String[] changelog = {
            "<changeSet id='1' author='al'><dropTable tableName='a'/></changeSet>",
        };
        project.xml("root.xml", changelog).option("defaultSchemaName", "shop");
        assertThat(project.catalog().scripts().values())
                .extracting(ScriptText::up)
                .containsExactly("DROP TABLE shop.a");
        try (LiquibaseProject without = new LiquibaseProject(other)) {
            without.xml("root.xml", changelog);
            assertThat(without.catalog().scripts().values())
                    .extracting(ScriptText::up)
                    .containsExactly("DROP TABLE a");
        }
    }

    @Test
    void reads_every_format_with_the_lines_of_its_changesets() {
        project.file(
                        "root.yaml",
                        "databaseChangeLog:",
                        "- include: {file: a.sql, relativeToChangelogFile: true}",
                        "- include: {file: b.xml, relativeToChangelogFile: true}",
                        "- include: {file: c.yaml, relativeToChangelogFile: true}",
                        "- include: {file: d.json, relativeToChangelogFile: true}")
                .sql("a.sql", "", "--changeset al:1", "create table a (id int);", "--rollback drop table a;")
                .xml(
                        "b.xml",
                        "<changeSet id='2' author='bo'>",
                        "<createTable tableName='b'>",
                        "<column name='id' type='int'/></createTable>",
                        "</changeSet>")
                .file(
                        "c.yaml",
                        "databaseChangeLog:",
                        "- changeSet:",
                        "    id: '3'",
                        "    author: cy",
                        "    changes:",
                        "    - createTable: {tableName: c, columns: [{column: {name: id, type: int}}]}")
                .file(
                        "d.json",
                        "{\"databaseChangeLog\": [",
                        "{\"changeSet\": {",
                        "\"id\": \"4\", \"author\": \"di\",",
                        "\"changes\": [{\"createTable\": {\"tableName\": \"d\", \"columns\": [{\"column\": {\"name\": \"id\", \"type\": \"int\"}}]}}]}}",
                        "]}");

        List<Migration> migrations = project.catalog().migrations();

        assertThat(migrations).extracting(Migration::label).containsExactly("1 by al", "2 by bo", "3 by cy", "4 by di");
        assertThat(migrations)
                .extracting(migration -> migration.script().toString())
                .containsExactly("a.sql:3", "b.xml:2", "c.yaml:2", "d.json:2");
        assertThat(migrations)
                .allSatisfy(migration -> assertThat(migration.script().file())
                        .hasValueSatisfying(file -> assertThat(file).isRegularFile()));
        assertThat(migrations).extracting(Migration::id).contains(new MigrationId("b.xml::2::bo"));
        assertThat(ids()).isEqualTo(unrun());
    }

    @Test
    void tells_how_each_changeset_can_be_rolled_back_before_anything_runs() {
        project.xml(
                "root.xml",
                "<changeSet id='generated' author='a'><createTable tableName='t'><column name='id' type='int'/></createTable></changeSet>",
                "<changeSet id='written' author='a'><sql>select 1</sql>",
                "<rollback>select 2</rollback></changeSet>",
                "<changeSet id='empty' author='a'><sql>select 1</sql><rollback/></changeSet>",
                "<changeSet id='none' author='a'><dropTable tableName='t'/></changeSet>",
                "<changeSet id='mixed' author='a'><addColumn tableName='t'><column name='x' type='int'/></addColumn>",
                "<sql>select 1</sql><delete tableName='t'/></changeSet>",
                "<changeSet id='nothing' author='a'/>",
                "<changeSet id='tagged' author='a'><tagDatabase tag='v1'/></changeSet>");

        assertThat(wayBack("generated by a")).isEqualTo(new WayBack.Generated());
        assertThat(wayBack("written by a")).isEqualTo(new WayBack.Written(at("root.xml", 4)));
        assertThat(wayBack("empty by a")).isEqualTo(new WayBack.DeclaredEmpty(at("root.xml", 5)));
        assertThat(wayBack("none by a"))
                .isEqualTo(new WayBack.None("dropTable has no generated rollback and none is written"));
        assertThat(wayBack("mixed by a"))
                .isEqualTo(new WayBack.None("sql and delete have no generated rollback and none is written"));
        assertThat(wayBack("nothing by a")).isEqualTo(new WayBack.Generated());
        assertThat(wayBack("tagged by a")).isEqualTo(new WayBack.Generated());
    }

    @Test
    void tells_how_changesets_of_formatted_sql_can_be_rolled_back() {
        project.sql(
                "root.sql",
                "--changeset a:written",
                "create table t (id int);",
                "--rollback drop table t;",
                "--changeset a:empty",
                "insert into t values (1);",
                "--rollback empty",
                "--changeset a:not-required",
                "insert into t values (2);",
                "--rollback not required",
                "--changeset a:none",
                "insert into t values (3);");

        assertThat(wayBack("written by a")).isEqualTo(new WayBack.Written(at("root.sql", 4)));
        assertThat(wayBack("empty by a")).isEqualTo(new WayBack.DeclaredEmpty(at("root.sql", 7)));
        assertThat(wayBack("not-required by a")).isEqualTo(new WayBack.DeclaredEmpty(at("root.sql", 10)));
        assertThat(wayBack("none by a"))
                .isEqualTo(new WayBack.None("sql has no generated rollback and none is written"));
    }

    private ScriptLocation at(String file, int line) {
        Migration any = project.catalog().migrations().get(0);
        return new ScriptLocation(file, any.script().file(), line);
    }

    @Test
    void labels_name_the_file_where_id_and_author_are_not_enough() {
        project.xml(
                        "db/root.xml",
                        "<include file='one.xml' relativeToChangelogFile='true'/>",
                        "<include file='two.xml' relativeToChangelogFile='true'/>")
                .xml("db/one.xml", "<changeSet id='1' author='a'/>", "<changeSet id='2' author='a'/>")
                .xml("db/two.xml", "<changeSet id='1' author='a'/>");

        assertThat(labels()).containsExactly("1 by a (one.xml)", "2 by a", "1 by a (two.xml)");
    }

    @Test
    void leaves_out_what_contexts_labels_databases_and_ignore_leave_out_and_says_so() {
        project.xml(
                        "root.xml",
                        "<changeSet id='1' author='a'/>",
                        "<changeSet id='2' author='a' contextFilter='test'/>",
                        "<changeSet id='3' author='a' labels='slow'/>",
                        "<changeSet id='4' author='a' dbms='oracle'/>",
                        "<changeSet id='5' author='a' ignore='true'/>",
                        "<changeSet id='6' author='a' dbms='postgresql' contextFilter='prod' labels='fast'/>")
                .option("contexts", "prod")
                .option("labels", "fast");

        assertThat(labels()).containsExactly("1 by a", "6 by a");
        assertThat(project.catalog().remarks())
                .containsExactly(
                        "left out, because Context does not match 'prod': 2 by a (root.xml)",
                        "left out, because Labels does not match 'fast': 3 by a (root.xml)",
                        "left out, because Changeset is ignored: 5 by a (root.xml)",
                        "left out, because dbms names other databases: 4 by a (root.xml)");
        assertThat(ids()).isEqualTo(unrun());
    }

    @Test
    void leaves_out_changesets_of_which_liquibase_never_runs_a_change_here() {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a'><sql dbms='oracle'>select 1 from dual</sql></changeSet>",
                "<changeSet id='2' author='a'><sql dbms='oracle'>select 1 from dual</sql><sql dbms='postgresql'>select 1</sql></changeSet>");

        assertThat(labels()).containsExactly("2 by a");
        assertThat(project.catalog().remarks())
                .containsExactly("left out, because all its changes are for other databases: 1 by a (root.xml)");
        project.plain((liquibase, contexts, labels) -> {
            liquibase.update(contexts, labels);
            return liquibase;
        });
        assertThat(unrun()).as("Liquibase never writes it down").containsExactly("root.xml::1::a");
    }

    @Test
    void orders_first_and_last_as_liquibase_does() {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a' runOrder='last'/>",
                "<changeSet id='2' author='a'/>",
                "<changeSet id='3' author='a' runOrder='first'/>");

        assertThat(labels()).containsExactly("3 by a", "2 by a", "1 by a");
        assertThat(ids()).isEqualTo(unrun());
    }

    @Test
    void changesets_that_run_always_or_on_change_are_repeatable() {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a' runAlways='true'/>",
                "<changeSet id='2' author='a' runOnChange='true'/>",
                "<changeSet id='3' author='a'/>");

        assertThat(project.catalog().migrations())
                .extracting(Migration::repeatable)
                .containsExactly(true, true, false);
    }

    @Test
    void includes_whole_folders_in_the_order_of_their_names() {
        project.xml("root.xml", "<includeAll path='parts' relativeToChangelogFile='true'/>")
                .sql("parts/2.sql", "--changeset a:2", "select 1;")
                .sql("parts/1.sql", "--changeset a:1", "select 1;");

        assertThat(labels()).containsExactly("1 by a", "2 by a");
        assertThat(ids()).isEqualTo(unrun());
    }

    @Test
    void parameters_reach_the_changelog_and_its_checksums() {
        project.xml("root.xml", "<changeSet id='1' author='a'><sql>create table ${table} (id int)</sql></changeSet>")
                .option("parameters.table", "person");

        String person = project.migration("1 by a").checksum();
        String pet =
                project.option("parameters.table", "pet").migration("1 by a").checksum();

        assertThat(person).isNotEqualTo(pet);
    }

    @Test
    void finds_files_below_the_folder_of_resources() {
        project.xml("src/main/resources/db/root.xml", "<include file='db/one.xml'/>")
                .xml("src/main/resources/db/one.xml", "<changeSet id='1' author='a'/>");

        assertThat(ids()).containsExactly("db/one.xml::1::a");
    }

    @Test
    void finds_files_on_the_search_path(@TempDir Path other) {
        project.xml("db/root.xml", "<include file='db/one.xml'/>").xml("db/one.xml", "<changeSet id='1' author='a'/>");
        Path folder = Path.of(project.location().substring("filesystem:".length()))
                .resolveSibling("..")
                .normalize();

        project.option("searchPath", other + "," + folder);

        assertThat(ids()).containsExactly("db/one.xml::1::a");
    }
}
