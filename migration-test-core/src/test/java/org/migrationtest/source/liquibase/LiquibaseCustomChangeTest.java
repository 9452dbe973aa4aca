package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.MigrationSession;

class LiquibaseCustomChangeTest {
    private static final String CODE = "org.migrationtest.source.liquibase.code.";

    private LiquibaseProject project;

    @BeforeEach
    void make_project(@TempDir Path folder) {
        project = new LiquibaseProject(folder);
    }

    @AfterEach
    void drop_database() {
        project.close();
    }

    private void withChange(String className) {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a'><sql>create table person (name text)</sql><rollback/></changeSet>",
                "<changeSet id='2' author='a'><sql>insert into person values ('Grace')</sql>",
                "<customChange class='" + className + "'/></changeSet>",
                "<changeSet id='3' author='a'><sql>insert into person values ('Alan')</sql></changeSet>");
    }

    @Test
    void a_change_in_java_runs_and_rolls_back_with_its_parameters() {
        project.xml(
                "root.xml",
                "<changeSet id='1' author='a'><sql>create table person (name text)</sql><rollback/></changeSet>",
                "<changeSet id='2' author='a'><customChange class='" + CODE + "AddPerson'>",
                "<param name='name' value='Ada'/></customChange></changeSet>");
        assertThat(project.catalog().remarks()).isEmpty();
        assertThat(project.migration("2 by a").wayBack()).isEqualTo(new WayBack.Generated());
        try (MigrationSession session = project.session()) {
            project.upAll(session);
            assertThat(project.rows("SELECT name FROM person")).containsExactly("Ada");
            session.down(project.migration("2 by a"));
            assertThat(project.rows("SELECT name FROM person")).isEmpty();
            session.up(project.migration("2 by a"));
        }
        assertThat(project.<Boolean>plain((liquibase, contexts, labels) -> {
                    liquibase.validate();
                    return liquibase.listUnrunChangeSets(contexts, labels).isEmpty();
                }))
                .isTrue();
    }

    @Test
    void a_changeset_runs_without_a_class_that_is_missing_and_says_so() {
        withChange("com.example.Gone");

        Migration inPart = project.migration("2 by a");
        assertThat(inPart.leftOut()).contains("the Java change com.example.Gone: it is not on the class path");
        assertThat(inPart.wayBack())
                .isEqualTo(new WayBack.None(
                        "sql has no generated rollback; the Java change com.example.Gone is not available"
                                + " here (it is not on the class path), so that nobody can tell whether it has a rollback; none is"
                                + " written"));
        assertThat(project.migration("3 by a").leftOut()).isEmpty();
        try (MigrationSession session = project.session()) {
            project.upAll(session);
        }
        assertThat(project.rows("SELECT name FROM person")).containsExactly("Grace", "Alan");
    }

    @Test
    void a_changeset_runs_without_a_class_that_needs_the_applications_runtime_likewise() {
        withChange(CODE + "NeedsRuntime");

        assertThat(project.migration("2 by a").leftOut())
                .contains("the Java change " + CODE + "NeedsRuntime: setting it up failed:"
                        + " liquibase.exception.SetupException: no session is bound to this thread");
        try (MigrationSession session = project.session()) {
            project.upAll(session);
        }
        assertThat(project.rows("SELECT name FROM person")).containsExactly("Grace", "Alan");
    }

    @Test
    void the_users_own_liquibase_still_fails_as_it_did() {
        withChange("com.example.Gone");
        assertThat(project.catalog().migrations()).hasSize(3);

        assertThatThrownBy(() -> project.plain((liquibase, contexts, labels) -> {
                    liquibase.update(contexts, labels);
                    return liquibase;
                }))
                .hasStackTraceContaining("liquibase.change.custom.CustomChangeWrapper")
                .satisfies(error -> assertThat(Failures.message(error)).doesNotContain("not available here"));
    }
}
