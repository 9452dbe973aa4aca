package org.migrationtest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.Migrations;
import org.migrationtest.finding.Finding;
import org.migrationtest.report.CheckReport;

/** How much is said of what differs: each thing once, and nothing less. */
class SchemaTextTest {
    @TempDir
    Path folder;

    @Test
    void a_table_that_is_left_behind_tells_of_its_columns_constraints_and_indexes() {
        Finding finding = of(
                "CREATE TABLE t (id int PRIMARY KEY, v text UNIQUE); CREATE INDEX t_v ON t (v); CREATE TABLE u (a int)",
                "DROP TABLE u");

        assertThat(finding.headline()).isEqualTo("the schema is not restored: table public.t is left behind");
        assertThat(finding.evidence()).containsExactly("table public.t is left behind");
    }

    @Test
    void a_unique_constraint_tells_of_its_index() {
        Finding finding = of("ALTER TABLE kept DROP CONSTRAINT kept_v_key, ADD w int", "ALTER TABLE kept DROP w");

        assertThat(finding.evidence())
                .containsExactly("constraint public.kept.kept_v_key is missing, it was: UNIQUE (v)");
    }

    @Test
    void what_an_index_has_beyond_its_constraint_is_said() {
        Finding finding = of(
                "ALTER TABLE kept DROP CONSTRAINT kept_v_key; ALTER TABLE kept ADD CONSTRAINT kept_v_key UNIQUE (v, id);"
                        + " COMMENT ON INDEX kept_v_key IS 'wide'",
                "COMMENT ON INDEX kept_v_key IS 'narrow'");

        assertThat(finding.evidence())
                .containsExactly(
                        "constraint public.kept.kept_v_key: definition\nwas UNIQUE (v)\nis  UNIQUE (v, id)",
                        "index public.kept_v_key: comment was absent, is 'narrow'",
                        """
                        index public.kept_v_key: definition
                        was CREATE UNIQUE INDEX kept_v_key ON public.kept USING btree (v)
                        is  CREATE UNIQUE INDEX kept_v_key ON public.kept USING btree (v, id)""");
    }

    private Finding of(String up, String down) {
        CheckReport report = new Migrations(folder)
                .with("kept", "CREATE TABLE kept (id int PRIMARY KEY, v text UNIQUE)", "DROP TABLE kept")
                .with("forgets", up, down)
                .report();
        return report.findings().stream()
                .filter(finding -> finding.rule().value().equals("schema-not-restored"))
                .findFirst()
                .orElseThrow();
    }
}
