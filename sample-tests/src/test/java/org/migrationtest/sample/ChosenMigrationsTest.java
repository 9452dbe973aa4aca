package org.migrationtest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.MigrationCheck;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.MigrationResult;
import org.migrationtest.rule.Verdict;

/** Some migrations of a chain are tested; what stands between them is applied all the same. */
class ChosenMigrationsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        write("001_customers", "CREATE TABLE customers (id bigint PRIMARY KEY)", "DROP TABLE customers");
        write(
                "002_region",
                "ALTER TABLE customers ADD region text NOT NULL",
                "ALTER TABLE customers DROP COLUMN region");
        write("003_phone", "ALTER TABLE customers ADD phone text", "ALTER TABLE customers DROP COLUMN phone");
    }

    @Test
    void one_that_is_not_chosen_and_fails_on_generated_rows_is_in_nobodys_way() {
        CheckReport report =
                check().properties(Map.of("migrationtest.only", "1,3")).run();

        assertThat(verdicts(report)).containsExactly(Verdict.EXACT, Verdict.NOT_CHOSEN, Verdict.EXACT);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void the_same_one_is_told_where_it_is_chosen() {
        assertThat(verdicts(check().run())).containsExactly(Verdict.EXACT, Verdict.UP_FAILS_ON_ROWS, Verdict.EXACT);
    }

    private MigrationCheck check() {
        return MigrationCheck.of("sql", "filesystem:" + folder)
                .databases("postgres:17")
                .rows(10)
                .wholeChain(false);
    }

    private static List<Verdict> verdicts(CheckReport report) {
        return report.runs().get(0).migrations().stream()
                .map(MigrationResult::verdict)
                .toList();
    }

    private void write(String name, String up, String down) throws IOException {
        Files.writeString(folder.resolve(name + ".up.sql"), up);
        Files.writeString(folder.resolve(name + ".down.sql"), down);
    }
}
