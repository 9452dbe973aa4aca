package org.migrationtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.Migrations;
import org.migrationtest.evidence.StatementEvidence;
import org.migrationtest.lock.HeldLock;
import org.migrationtest.migration.Step;
import org.migrationtest.report.CheckReport;

/** What is seen of a migration's statements, through all that stands between them and the report. */
class ObservationTest {
    @TempDir
    Path folder;

    @Test
    void locks_on_what_a_step_drops_have_the_names_it_had() {
        CheckReport report = new Migrations(folder)
                .with(
                        "tables",
                        "CREATE TABLE parents (id int PRIMARY KEY); CREATE TABLE children (id int PRIMARY KEY,"
                                + " parent int CONSTRAINT child_of REFERENCES parents)",
                        "DROP TABLE children; DROP TABLE parents")
                .with(
                        "drops",
                        "DROP TABLE children;\nALTER TABLE parents ADD name text",
                        "ALTER TABLE parents DROP name; CREATE TABLE children (id int PRIMARY KEY,"
                                + " parent int CONSTRAINT child_of REFERENCES parents)")
                .report();
        List<StatementEvidence> up = report.runs().get(0).migrations().get(1).evidence().orElseThrow().steps().stream()
                .filter(step -> step.step() == Step.UP)
                .flatMap(step -> step.statements().stream())
                .toList();

        assertThat(up)
                .extracting(StatementEvidence::sql)
                .containsExactly("DROP TABLE children", "ALTER TABLE parents ADD name text");
        assertThat(up.get(0).locks())
                .contains(
                        new HeldLock("relation", "table public.children", "AccessExclusiveLock"),
                        new HeldLock(
                                "relation", "index public.children_pkey on public.children", "AccessExclusiveLock"),
                        new HeldLock("relation", "table public.parents", "AccessExclusiveLock"),
                        new HeldLock("object", "constraint child_of on public.children", "AccessExclusiveLock"));
        assertThat(report.runs().get(0).migrations())
                .flatExtracting(result -> result.evidence().orElseThrow().steps())
                .flatExtracting(step -> step.statements())
                .flatExtracting(StatementEvidence::locks)
                .noneMatch(lock -> lock.object().matches("(relation|pg_constraint|pg_trigger|pg_type|pg_proc) \\d+"));
    }
}
