package org.migrationtest.sample.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.MigrationCheck;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.ResultFolder;
import org.migrationtest.report.SummaryTable;

class FacadeStepsTest {
    @Test
    void without_junit(@TempDir Path folder) {
        // tag::facade[]
        CheckReport report = MigrationCheck.of("sql", "classpath:steps/sql")
                .databases("postgres:17")
                .rows(1_000)
                .run();
        ResultFolder.writeJson(folder, report);
        report.runs().forEach(run -> System.out.print(SummaryTable.of(run)));
        // end::facade[]
        assertThat(report.failed()).isFalse();
        assertThat(folder.resolve("result.json")).isNotEmptyFile();
    }
}
